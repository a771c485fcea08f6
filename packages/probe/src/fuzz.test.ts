import {
  FAILURE_CLASSES,
  HIDDEN_CHARACTERS,
  type ProbeResult,
  type ProbeTarget,
  type Protocol,
} from '@alivemcp/contracts';
import { canonicalToolList } from '@alivemcp/drift';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HostileServer, startHostileServer } from './testing/hostile/hostile-server.ts';
import { HOSTILITIES } from './testing/hostile/index.ts';
import { stopwatch } from './testing/stopwatch.ts';
import { check } from './testing.ts';

let server: HostileServer;
beforeAll(async () => {
  server = await startHostileServer();
});
afterAll(() => server.close());

const TIMEOUT_MS = 400;
const SLACK_MS = 400;
/** So that the same commit tests the same; another seed finds other things. */
const SEED = 20261121;

const legacy: Protocol = { version: '2025-11-25', era: 'legacy', transport: 'streamable-http' };
const way = fc.record<Pick<ProbeTarget, 'known' | 'transport' | 'auth'>>({
  known: fc.constantFrom(null, legacy, { ...legacy, transport: 'sse' as const }, {
    version: '2026-07-28',
    era: 'modern',
    transport: 'streamable-http',
  } as Protocol),
  transport: fc.constantFrom('auto', 'auto', 'sse', 'streamable-http'),
  auth: fc.constantFrom({ type: 'none' }, { type: 'bearer', token: 'tk_0123456789' }),
});

describe('whatever a server sends, a probe ends in time with a sound result', () => {
  it.each(HOSTILITIES)('%s', async (_name, hostility) => {
    const several = fc.array(fc.record({ hostility, way }), { minLength: 1, maxLength: 10 });
    const property = fc.asyncProperty(several, async (cases) => {
      await Promise.all(
        cases.map(async ({ hostility, way }) => {
          const took = stopwatch();
          const result = await check(server.serve(hostility.play), { ...way, timeoutMs: TIMEOUT_MS });
          expect(took()).toBeLessThan(TIMEOUT_MS + SLACK_MS);
          expectSound(result);
        }),
      );
      await expect.poll(server.open, { timeout: 1000, interval: 5 }).toBe(0);
    });
    await fc.assert(property, { seed: SEED, numRuns: 150, interruptAfterTimeLimit: 7000 });
  });
});

it('an answer without end costs no more than its limit', async () => {
  const endless = Buffer.from(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n${'[1],'.repeat(16_384)}`);
  const url = server.serve(() => ({ bytes: endless, after: 'again' }));
  const used = () => process.memoryUsage().heapUsed + process.memoryUsage().external;
  const before = used();
  let most = 0;
  for (let round = 0; round < 50; round++) {
    const results = await Promise.all([check(url), check(url), check(url), check(url)]);
    for (const result of results) expect(result.class).toBe('limit.body');
    most = Math.max(most, used() - before);
  }
  // Of 400 MiB and more that were read.
  expect(most).toBeLessThan(128 * 1024 * 1024);
});

describe('found so', () => {
  const text = (body: string, status = '200 OK') =>
    Buffer.from(
      `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
  const tools = (list: string) =>
    server.serve(({ id }) => ({
      bytes: text(
        `{"jsonrpc":"2.0","id":${id},"result":{"supportedVersions":["2026-07-28"],"capabilities":{},"tools":${list}}}`,
      ),
      after: 'keep',
    }));

  it.each(['100 Continue', '101 Switching Protocols'])('HTTP %s that nobody asked for', async (status) => {
    const url = server.serve(() => ({ bytes: text('{}', status), after: 'keep' }));
    expect(await check(url)).toMatchObject({ class: 'http.bad_framing', outcome: 'down' });
  });

  it('arrays too long to be spread', async () => {
    const long = `[${'0,'.repeat(190_000)}0]`;
    expect(await check(tools(long))).toMatchObject({ class: 'limit.tools' });
    const tool = `[{"name":"a","inputSchema":{"type":"object","$ref":"#","enum":${long}}}]`;
    expect(await check(tools(tool))).toMatchObject({ tools: [{ name: 'a' }] });
  });
});

const OUTCOME = { down: 'down', degraded: 'degraded', auth: 'up', none: 'unknown' } as const;

function expectSound(result: ProbeResult): void {
  const { outcome, posture } = result;
  expect(result.class === null).toBe(outcome === 'up' && (posture === 'open' || posture === 'credentialed'));
  if (result.class !== null) {
    expect(outcome).toBe(OUTCOME[FAILURE_CLASSES[result.class].effect]);
    expect(result.firstAction).toBe(FAILURE_CLASSES[result.class].firstAction);
    // What a server does is never our own fault.
    expect(result.class).not.toMatch(/^(observer|target)\./);
  }
  for (const line of [
    result.summary,
    ...result.warnings.map((w) => w.summary),
    ...Object.values(result.serverInfo ?? {}),
  ])
    expectClean(line, 600);
  expectClean(result.instructions ?? '', 16_384, true);
  const { request, response } = result.transcript ?? {};
  for (const text of [request?.body, response?.body]) expectClean(text ?? '', 4096, true);
  for (const headers of [request?.headers, response?.headers])
    for (const [name, value] of Object.entries(headers ?? {})) expectClean(name + value, 20_000);
  expect(JSON.stringify(result)).not.toContain('tk_0123456789');
  if (result.tools !== null) expect(canonicalToolList(result.tools).count).toBe(result.tools.length);
  for (const { ms } of result.phases) expect(ms).toBeGreaterThanOrEqual(0);
  expect(result.durationMs).toBeGreaterThanOrEqual(0);
  expect({}).not.toHaveProperty('polluted');
}

function expectClean(text: string, maxLength: number, lines = false): void {
  expect(text.length).toBeLessThanOrEqual(maxLength);
  expect(text.match(HIDDEN_CHARACTERS)).toBeNull();
  expect(text.isWellFormed()).toBe(true);
  if (!lines) expect(text).not.toMatch(/[\t\n]/);
}
