import { type Behaviour, type Fixture, SAMPLE_TOOLS, startFixture } from '@alivemcp/testkit/mcp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tool } from './testing/classes/class-case.ts';
import { check } from './testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

describe('a healthy server', () => {
  it.each<[string, Behaviour]>([
    ['JSON', {}],
    ['SSE', { reply: 'sse' }],
    ['SSE left open', { reply: 'sse', leaveOpen: true }],
    ['gzip', { gzip: true }],
    ['without sessions', { session: false }],
    ['pages', { tools: [tool('a'), tool('b'), tool('c')], pageSize: 1 }],
    ['modern', { era: 'modern' }],
    ['modern over SSE with pages', { era: 'modern', reply: 'sse', tools: [tool('a'), tool('b')], pageSize: 1 }],
    ['dual', { era: 'dual' }],
    ['HTTP+SSE', { transport: 'sse' }],
    ['2025-03-26', { protocolVersion: '2025-03-26' }],
    ['ambiguous', { ambiguous: true }],
  ])('%s is up', async (_name, behaviour) => {
    fixture.set(behaviour);
    fixture.requests.length = 0;
    const result = await check(fixture.url);
    expect(result).toMatchObject({
      outcome: 'up',
      class: null,
      posture: 'open',
      attempts: 1,
      transcript: null,
      warnings: [],
    });
    expect(result.tools).toEqual(behaviour.tools ?? SAMPLE_TOOLS);
    expect(result.phases.every((p) => p.ok)).toBe(true);
    expect(result.latencyMs).toBeGreaterThan(0);
    for (const request of fixture.requests) expect(request.headers.origin).toBeUndefined();
    await expect.poll(() => fixture.connections, { timeout: 1000 }).toBe(0);
  });

  it('may have no tools when its owner says so, or when it never promised any', async () => {
    fixture.set({ tools: [] });
    expect(await check(fixture.url, { expectations: { allowEmptyTools: true } })).toMatchObject({ outcome: 'up' });
    fixture.set({ capabilities: {}, fault: 'method-not-found', at: 'tools/list' });
    expect(await check(fixture.url)).toMatchObject({ outcome: 'up', tools: [] });
  });
});
