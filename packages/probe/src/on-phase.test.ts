import type { Phase } from '@alivemcp/contracts';
import { type Fixture, SAMPLE_TOOLS, startFixture } from '@alivemcp/testkit/mcp';
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
