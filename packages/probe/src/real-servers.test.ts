import type { Protocol } from '@alivemcp/contracts';
import { type NpmServerName, SDK_ERAS, startNpmServer, startSdkServer } from '@alivemcp/testkit/mcp/servers';
import { describe, expect, it } from 'vitest';
import { check } from './testing.ts';

const version: Record<string, Protocol> = {
  '2024-11-05': { version: '2024-11-05', era: 'legacy', transport: 'sse' },
  '2026-07-28': { version: '2026-07-28', era: 'modern', transport: 'streamable-http' },
  '2026-07-28-only': { version: '2026-07-28', era: 'modern', transport: 'streamable-http' },
};

describe('the official SDKs of every era', () => {
  it.each(SDK_ERAS)('%s', async (era) => {
    const server = await startSdkServer(era);
    try {
      const first = await check(server.url);
      expect(first).toMatchObject({ outcome: 'up', class: null, posture: 'open', serverInfo: { name: 'sdk-server' } });
      const expected = version[era] ?? { version: era.slice(0, 10), era: 'legacy', transport: 'streamable-http' };
      expect(first.protocol).toEqual(expected);
      expect(first.tools).toMatchObject([{ name: 'ping' }]);
      const again = await check(server.url, { known: first.protocol });
      expect(again).toMatchObject({ outcome: 'up', tools: first.tools });
      expect(again.phases.some((p) => p.name === 'discover')).toBe(expected.era === 'modern');
    } finally {
      await server.close();
    }
  });
});

describe('servers from npm', () => {
  it.each<[NpmServerName, number]>([
    ['everything', 13],
    ['everything-sse', 13],
    ['context7', 2],
  ])('%s', async (name, tools) => {
    const server = await startNpmServer(name);
    try {
      const result = await check(server.url, { timeoutMs: 5000 });
      expect(result).toMatchObject({ outcome: 'up', class: null });
      expect(result.tools).toHaveLength(tools);
    } finally {
      await server.close();
    }
  });
});
