import { SDK_ERAS, startNpmServer, startSdkServer } from '@alivemcp/testkit/mcp/servers';
import { describe, expect, it } from 'vitest';
import { check } from '../testing.ts';

const lists = ['prompts' as const, 'resources' as const, 'resourceTemplates' as const];

describe.each(['everything', 'everything-sse'] as const)('npm %s', (name) => {
  it('has its lists read, its tool called, and is true to its word', async () => {
    const server = await startNpmServer(name);
    try {
      const call = {
        tool: 'get-structured-content',
        arguments: { location: 'Chicago' },
        matchesOutputSchema: true,
        maxMs: 2000,
        values: [
          { pointer: '/structuredContent/temperature', equals: 36 },
          { pointer: '/content/0/text', contains: 'humidity' },
        ],
      };
      const result = await check(server.url, { timeoutMs: 5000, checkTruth: true, expectations: { lists, call } });
      expect(result).toMatchObject({ outcome: 'up', class: null, warnings: [], truth: [] });
      expect(result.call).toEqual({ tool: call.tool, ms: expect.any(Number), faults: [] });
      expect(result.tools).toHaveLength(13);
      for (const list of lists) expect(result.lists[list]?.length).toBeGreaterThan(0);
      expect(result.lists.prompts).toContainEqual(expect.objectContaining({ name: expect.any(String) }));

      const echo = {
        tool: 'echo',
        arguments: { message: 'ping' },
        values: [{ pointer: '/content/0/text', equals: 'Echo: pong' }],
      };
      const wrong = await check(server.url, { timeoutMs: 5000, expectations: { call: echo } });
      expect(wrong).toMatchObject({ outcome: 'degraded', class: 'mcp.call_unexpected' });
      expect(wrong.call?.faults).toEqual(['/content/0/text is "Echo: ping" instead of "Echo: pong"']);
      const failed = await check(server.url, {
        timeoutMs: 5000,
        expectations: { call: { tool: 'echo', arguments: {} } },
      });
      expect(failed).toMatchObject({ outcome: 'degraded', class: 'mcp.call_failed' });
    } finally {
      await server.close();
    }
  });
});

it.each(SDK_ERAS)('a server of SDK %s is true to its word, and its tool answers', async (era) => {
  const server = await startSdkServer(era);
  try {
    const call = { tool: 'ping', arguments: {}, values: [{ pointer: '/content/0/text', equals: 'pong' }] };
    const result = await check(server.url, { checkTruth: true, expectations: { call, lists } });
    expect(result).toMatchObject({ outcome: 'up', truth: [], lists: {}, call: { tool: 'ping', faults: [] } });
  } finally {
    await server.close();
  }
});
