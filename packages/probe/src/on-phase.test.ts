import type { Phase } from '@alivemcp/contracts';
import { type Behaviour, type Fixture, SAMPLE_TOOLS, startFixture } from '@alivemcp/testkit/mcp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { probe } from './probe.ts';
import { guard, target } from './testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

/** Probes and returns the result with every phase that was told. */
async function watch(url = fixture.url) {
  const told: Phase[] = [];
  const result = await probe(target(url), { guard, onPhase: (phase) => told.push(phase) });
  return { result, told };
}

it.each<[string, Behaviour, string[]]>([
  ['legacy', {}, ['dns', 'tcp', 'discover', 'initialize', 'initialized', 'tools', 'close']],
  [
    'legacy, over connections that close',
    { close: true },
    ['dns', 'tcp', 'discover', 'initialize', 'initialized', 'tools', 'close'],
  ],
  ['modern', { era: 'modern' }, ['dns', 'tcp', 'discover', 'tools']],
  ['HTTP+SSE', { transport: 'sse' }, ['dns', 'tcp', 'discover', 'initialize', 'stream', 'initialized', 'tools']],
])('times every step: %s', async (_name, behaviour, names) => {
  fixture.set(behaviour);
  const { result } = await watch();
  expect(result.phases.map(({ name }) => name)).toEqual(names);
});

it('counts the waiting where it happened, and the pages of a list together', async () => {
  const DELAY_MS = 60;
  fixture.set({ delayMs: DELAY_MS, pageSize: 1, close: true });
  const { phases, latencyMs } = (await watch()).result;
  const ms = (name: string) => phases.find((phase) => phase.name === name)?.ms ?? 0;
  expect(ms('tcp')).toBeLessThan(DELAY_MS);
  expect(ms('initialize')).toBeGreaterThanOrEqual(DELAY_MS - 1);
  expect(ms('tools')).toBeGreaterThanOrEqual(DELAY_MS * SAMPLE_TOOLS.length - 1);
  const beforeDelete = phases.filter(({ name }) => name !== 'close').reduce((sum, phase) => sum + phase.ms, 0);
  expect(latencyMs).toBeGreaterThanOrEqual(beforeDelete - 1);
});

it('tells each phase as it ends, with the times of the result', async () => {
  fixture.set({ era: 'modern', tools: SAMPLE_TOOLS, pageSize: 1 });
  const { result, told } = await watch();
  expect(told.map(({ name }) => name)).toEqual(['dns', 'tcp', 'discover', 'tools']);
  expect(told).toEqual(result.phases);
});

it('tells a phase again when it turns out otherwise', async () => {
  fixture.set({});
  const { result, told } = await watch();
  const discover = told.filter(({ name }) => name === 'discover');
  expect(discover.map(({ ok }) => ok)).toEqual([false, true]);
  expect(result.phases).toEqual(told.filter((phase) => phase !== discover[0]));
  expect(told.map(({ name }) => name).at(-1)).toBe('close');
});

it('begins anew with a recheck', async () => {
  fixture.set({ era: 'modern', fault: 'reset', times: 1 });
  const { result, told } = await watch();
  expect(result).toMatchObject({ outcome: 'up', attempts: 2 });
  expect(told.filter(({ name }) => name === 'tcp')).toHaveLength(2);
  expect(told.slice(-result.phases.length)).toEqual(result.phases);
});

it('sees the same when the listener throws', async () => {
  fixture.set({});
  const onPhase = () => {
    throw new Error('not my day');
  };
  expect(await probe(target(fixture.url), { guard, onPhase })).toMatchObject({ outcome: 'up', class: null });
});
