import { fakeClock } from '@alivemcp/testkit';
import { expect, it, vi } from 'vitest';
import { createSnapshotCache } from './snapshot-cache.ts';

function setUp() {
  const clock = fakeClock(0);
  const cache = createSnapshotCache<string>({ max: 2, freshMs: 5_000, staleMs: 60_000, now: clock.now });
  return { clock, cache };
}

it('loads once while a value is fresh, however many ask', async () => {
  const { clock, cache } = setUp();
  const load = vi.fn(async () => 'one');
  expect(await Promise.all([cache.get('a', load), cache.get('a', load)])).toEqual(['one', 'one']);
  clock.advance(4_999);
  await cache.get('a', load);
  expect(load).toHaveBeenCalledTimes(1);
  clock.advance(1);
  await cache.get('a', load);
  expect(load).toHaveBeenCalledTimes(2);
});

it('forgets what was not used for the longest time', async () => {
  const { cache } = setUp();
  const load = vi.fn(async () => 'value');
  for (const key of ['a', 'b', 'a', 'c', 'a']) await cache.get(key, load);
  expect(load).toHaveBeenCalledTimes(3);
  await cache.get('b', load);
  expect(load).toHaveBeenCalledTimes(4);
});

it('prefers an old value to an error, for a minute', async () => {
  const { clock, cache } = setUp();
  const fail = async () => Promise.reject(new Error('database away'));
  await cache.get('a', async () => 'old');
  clock.advance(30_000);
  expect(await cache.get('a', fail)).toBe('old');
  clock.advance(36_000);
  await expect(cache.get('a', fail)).rejects.toThrow('database away');
  expect(await cache.get('a', async () => 'new')).toBe('new');
});

it('does not remember a failure', async () => {
  const { cache } = setUp();
  await expect(cache.get('a', async () => Promise.reject(new Error('once')))).rejects.toThrow('once');
  expect(await cache.get('a', async () => 'value')).toBe('value');
});
