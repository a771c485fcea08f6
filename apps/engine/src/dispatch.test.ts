import { createServerBody, type ProbeBatchJob } from '@alivemcp/contracts';
import { pauseServer, registerServer } from '@alivemcp/services';
import { afterEach, expect, test } from 'vitest';
import { dispatchRequests, dispatchTick } from './dispatch.ts';
import { engineWorld } from './testing/engine-world.ts';

let world: Awaited<ReturnType<typeof engineWorld>>;
afterEach(() => world.end());

const register = (n: number, intervalMs: number) =>
  registerServer(
    world.services,
    world.scope,
    createServerBody.parse({ url: `http://127.0.0.1:${20_000 + n}/mcp`, intervalMs }),
  );
const batches = () => world.added.map((job) => job.data as ProbeBatchJob);
const targets = () => batches().flatMap((batch) => batch.targets.map((target) => target.serverId));

/** All sixty ticks of one minute. */
async function aMinute(region: string, minuteMs: number) {
  for (let slot = 0; slot < 60; slot++) {
    world.clock.advance(minuteMs + slot * 1000 - world.clock.now());
    await dispatchTick(world, { region, slot }, minuteMs + slot * 1000);
  }
}

test('in a minute each server is due as often as its interval says', async () => {
  world = await engineWorld();
  const often = await register(1, 10_000);
  const hourly = await register(2, 3_600_000);
  const everyMinute = await Promise.all([3, 4, 5].map((n) => register(n, 60_000)));
  const paused = await register(6, 10_000);
  await pauseServer(world.services, world.scope, paused.id);
  const start = world.clock.now() + 60_000;

  await aMinute('local', start);
  const count = (id: string) => targets().filter((target) => target === id).length;
  expect(count(often.id)).toBe(6);
  for (const { id } of everyMinute) expect(count(id)).toBe(1);
  expect(count(paused.id)).toBe(0);
  for (let minute = 1; minute < 60; minute++) await aMinute('local', start + minute * 60_000);
  expect(count(hourly.id)).toBe(1);
});

test('a tick that runs twice makes the same ids', async () => {
  world = await engineWorld();
  await register(1, 10_000);
  await aMinute('local', world.clock.now());
  const once = world.added.map((job) => job.id);
  await aMinute('local', world.clock.now() - 59_000);
  expect(world.added.slice(once.length).map((job) => job.id)).toEqual(once);
});

test('a tick that comes late is handed on with the intervals: whether that is too late is for the prober to say', async () => {
  world = await engineWorld();
  await register(1, 10_000);
  await register(2, 600_000);
  const startMs = Math.ceil(world.clock.now() / 600_000) * 600_000;
  for (let slot = 0; slot < 600; slot++) {
    world.clock.advance(startMs + slot * 1_000 + 20_000 - world.clock.now());
    await dispatchTick(world, { region: 'local', slot: slot % 60 }, startMs + slot * 1_000);
  }
  const intervals = batches().flatMap((batch) => batch.targets.map(({ intervalMs }) => intervalMs));
  expect(intervals.filter((ms) => ms === 10_000)).toHaveLength(60);
  expect(intervals.filter((ms) => ms === 600_000)).toHaveLength(1);
});

test('requests become one batch for each region, and are handed out once', async () => {
  world = await engineWorld(['eu', 'us']);
  const { id } = await register(1, 60_000);
  await dispatchRequests(world);
  expect(batches().map(({ region, reason }) => [region, reason])).toEqual(
    expect.arrayContaining([
      ['eu', 'first'],
      ['us', 'first'],
    ]),
  );
  expect(targets()).toEqual([id, id]);
  await dispatchRequests(world);
  expect(world.added).toHaveLength(2);
});

test('a queue that refuses leaves the requests waiting', async () => {
  world = await engineWorld();
  await register(1, 60_000);
  const broken = { ...world, queues: { addProbeBatches: () => Promise.reject(new Error('no queue')) } };
  await expect(dispatchRequests(broken)).rejects.toThrow('no queue');
  await dispatchRequests(world);
  expect(world.added).toHaveLength(1);
});
