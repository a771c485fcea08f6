import { createGuard } from '@alivemcp/net-guard';
import { type Fixture, SAMPLE_TOOLS, startFixture } from '@alivemcp/testkit/mcp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { probe } from './probe.ts';
import { check, guard, target } from './testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
beforeEach(() => {
  fixture.set({});
  fixture.requests.length = 0;
});
afterAll(() => fixture.close());

const spoken = () => fixture.requests.map((r) => `${r.method} ${r.rpc ?? ''}`.trim());

it('a session that cannot be ended is no fault', async () => {
  fixture.set({ fault: 'silence', at: 'DELETE' });
  expect(await check(fixture.url)).toMatchObject({ outcome: 'up', class: null });
});

describe('what is known', () => {
  const legacy = { version: '2025-11-25', era: 'legacy', transport: 'streamable-http' } as const;
  const modern = { version: '2026-07-28', era: 'modern', transport: 'streamable-http' } as const;

  it('saves the detection', async () => {
    await check(fixture.url, { known: legacy });
    expect(spoken()).toEqual(['POST initialize', 'POST notifications/initialized', 'POST tools/list', 'DELETE']);
  });

  it('is dropped when the server changed its era', async () => {
    fixture.set({ era: 'modern' });
    expect(await check(fixture.url, { known: legacy })).toMatchObject({ outcome: 'up', protocol: modern });
    fixture.set({ era: 'legacy' });
    expect(await check(fixture.url, { known: modern })).toMatchObject({ outcome: 'up', protocol: legacy });
    fixture.set({ transport: 'sse' });
    expect(await check(fixture.url, { known: legacy })).toMatchObject({
      outcome: 'up',
      protocol: { transport: 'sse' },
    });
    fixture.set({});
    expect(await check(fixture.url, { known: { ...legacy, transport: 'sse' } })).toMatchObject({
      outcome: 'up',
      protocol: legacy,
    });
  });

  it('does not make a 503 into a question of era', async () => {
    fixture.set({ fault: { status: 503 } });
    await check(fixture.url, { known: legacy });
    expect(spoken()).toEqual(['POST initialize']);
  });
});

describe('the transport chosen', () => {
  it('streamable-http never sends a GET', async () => {
    fixture.set({ transport: 'sse' });
    expect(await check(fixture.url, { transport: 'streamable-http' })).toMatchObject({ class: 'http.not_found' });
    expect(spoken()).not.toContain('GET');
  });

  it('sse starts with the GET', async () => {
    fixture.set({ transport: 'sse' });
    expect(await check(fixture.url, { transport: 'sse' })).toMatchObject({ outcome: 'up' });
    expect(spoken()[0]).toBe('GET');
  });
});

describe('the recheck', () => {
  it('forgives one network failure and keeps it', async () => {
    fixture.set({ fault: 'reset', times: 1 });
    fixture.opened = 0;
    const result = await check(fixture.url, { timeoutMs: 1500 });
    expect(result).toMatchObject({ outcome: 'up', attempts: 2 });
    expect(result.firstAttempt).toEqual({
      class: 'tcp.reset',
      durationMs: expect.any(Number),
      phases: ['dns', 'tcp', 'discover'].map((name) => ({ name, ms: expect.any(Number), ok: name !== 'discover' })),
    });
    expect(fixture.opened).toBe(2);
  });

  it('confirms the second', async () => {
    fixture.set({ fault: 'reset' });
    const result = await check(fixture.url, { timeoutMs: 1500 });
    expect(result).toMatchObject({ outcome: 'down', class: 'tcp.reset', attempts: 2 });
  });

  it('is not made for a protocol failure', async () => {
    fixture.set({ fault: 'bad-json' });
    expect(await check(fixture.url)).toMatchObject({ attempts: 1, firstAttempt: null });
  });
});

describe('the network', () => {
  const dns = (code: string) => ({
    resolve: async () => {
      throw Object.assign(new Error(code), { code });
    },
  });

  it.each([
    ['ENOTFOUND', 'dns.not_found', 'down'],
    ['EAI_AGAIN', 'dns.temporary', 'down'],
    ['ETIMEOUT', 'dns.timeout', 'down'],
    ['ECONNREFUSED', 'observer.resolver', 'unknown'],
  ])('DNS %s', async (code, failureClass, outcome) => {
    const result = await check('http://a.example:8080/mcp', { timeoutMs: 800 }, dns(code));
    expect(result).toMatchObject({ class: failureClass, outcome, transcript: { response: null } });
    expect(result.phases).toEqual([{ name: 'dns', ms: expect.any(Number), ok: false }]);
  });

  it('a resolver that never answers', async () => {
    const result = await check(
      'http://a.example:8080/mcp',
      { timeoutMs: 400 },
      { resolve: () => new Promise(() => {}) },
    );
    expect(result.class).toBe('dns.timeout');
    expect(result.durationMs).toBeLessThan(600);
  });

  it('a closed port', async () => {
    const result = await check('http://127.0.0.1:9/mcp', { timeoutMs: 800 });
    expect(result).toMatchObject({ class: 'tcp.refused', outcome: 'down', attempts: 2 });
  });

  it('a refused address says nothing about ports', async () => {
    for (const url of [fixture.url, 'http://127.0.0.1:9/mcp', 'http://10.0.0.1/mcp', 'http://localhost/mcp']) {
      const result = await probe(target(url), { guard: createGuard() });
      expect(result).toMatchObject({ class: 'target.refused', outcome: 'unknown', durationMs: 0, phases: [] });
    }
    const hidden = createGuard({ resolve: async () => ['10.0.0.1'] });
    expect(await probe(target('http://a.example/mcp'), { guard: hidden })).toMatchObject({ class: 'target.refused' });
    expect(fixture.requests).toEqual([]);
  });

  it("our own shutdown is nobody else's fault", async () => {
    fixture.set({ fault: 'silence' });
    const result = await probe(target(fixture.url), { guard, signal: AbortSignal.timeout(100) });
    expect(result).toMatchObject({ class: 'observer.cancelled', outcome: 'unknown' });
  });
});

describe('what a server says', () => {
  it('is cleaned', async () => {
    fixture.set({ serverInfo: { name: 'a\u202eb\u0007c', version: '1\n2' }, instructions: 'x\u200by' });
    const result = await check(fixture.url);
    expect(result).toMatchObject({ serverInfo: { name: 'abc', version: '1 2' }, instructions: 'xy' });
  });

  it('cannot reach a prototype', async () => {
    const tools = JSON.parse('[{"name":"x","inputSchema":{"type":"object","__proto__":{"polluted":true}}}]') as unknown;
    fixture.set({ tools });
    const result = await check(fixture.url);
    expect(result.outcome).toBe('up');
    expect(JSON.stringify(result.tools)).not.toContain('polluted');
  });

  it('is kept as sent', async () => {
    const tools = [{ ...SAMPLE_TOOLS[0], 'x-vendor': { deep: [1, null, 'ü'] } }];
    fixture.set({ tools });
    expect((await check(fixture.url)).tools).toEqual(tools);
  });
});
