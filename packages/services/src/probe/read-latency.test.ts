import { createServerBody, type LatencyQuery } from '@alivemcp/contracts';
import { insertProbeResults, schema } from '@alivemcp/db';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeFiveMinutes } from '../rollup/close-five-minutes.ts';
import { closeHours } from '../rollup/close-hours.ts';
import { keepHouse } from '../rollup/keep-house.ts';
import { registerServer } from '../server/register-server.ts';
import { createTestContext, START, type TestContext } from '../testing/test-context.ts';
import { readLatency } from './read-latency.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let ctx: TestContext;
let serverId: string;
beforeEach(async () => {
  ctx = await createTestContext(['eu']);
  serverId = (await registerServer(ctx, ctx.mine, createServerBody.parse({ url: 'https://a.example/mcp' }))).id;
  await keepHouse(ctx);
});
afterEach(() => ctx.close());

const read = (query: LatencyQuery) => readLatency(ctx, ctx.mine, serverId, query);
const counts = async (query: LatencyQuery) => {
  const { total, points } = await read(query);
  return { total: total.count, points: points.map((point) => [point.at, point.count]) };
};

/** Good probes that took these times, a minute apart, from `at` on. */
async function see(at: number, latencies: number[]): Promise<void> {
  await insertProbeResults(
    ctx.database.db,
    latencies.map((latencyMs, i) => ({
      ...{ workspaceId: ctx.mine.workspaceId, serverId, region: 'eu', reason: 'scheduled' as const },
      ...{ scheduledAt: new Date(at + i * MINUTE), startedAt: new Date(at + i * MINUTE) },
      ...{
        outcome: 'up' as const,
        posture: 'open' as const,
        durationMs: latencyMs,
        latencyMs,
        attempts: 1,
        suspect: false,
      },
      ...{ class: null, protocol: null, toolsHash: null, toolsCount: null },
      phases: [{ name: 'tcp' as const, ms: latencyMs / 10, ok: true }],
    })),
  );
}
const hourOf = (at: number) => new Date(at - (at % HOUR)).toISOString();

/** An hour of long ago, as it was counted then. */
const hour = (at: number, bucket: number, count: number) => ({
  ...{ workspaceId: ctx.mine.workspaceId, serverId, region: 'eu', hour: new Date(hourOf(at)), phase: 'total' },
  ...{ up: count, buckets: [bucket], counts: [count] },
});

test('percentiles are of all probes together, not the mean of the percentiles of hours', async () => {
  await see(START - 3 * HOUR, Array(10).fill(1000));
  await see(START - 2 * HOUR, Array(59).fill(100));
  await closeHours(ctx);
  for (const window of ['24h', '7d', '30d', '90d'] as const) {
    const { total } = await read({ window });
    expect(total.count).toBe(69);
    expect(total.p50Ms).toBeGreaterThanOrEqual(90);
    expect(total.p50Ms).toBeLessThanOrEqual(110);
    expect(total.p95Ms).toBeGreaterThanOrEqual(900);
    expect(total.p95Ms).toBeLessThanOrEqual(1100);
  }
});

test('the last day ends where its five minutes end, an hour not yet counted is there', async () => {
  await see(START - 5 * MINUTE, [100, 100]);
  await closeFiveMinutes(ctx);
  expect(await counts({ window: '24h' })).toEqual({ total: 2, points: [[hourOf(START - 5 * MINUTE), 2]] });
  expect(await counts({ window: '7d' })).toEqual({ total: 0, points: [] });
});

test('hours from before there were five minutes are not lost', async () => {
  await ctx.database.db.insert(schema.latencyHour).values([hour(START - 20 * HOUR, 20, 7)]);
  await see(START - 90 * MINUTE, [100]);
  await closeHours(ctx);
  expect(await counts({ window: '24h' })).toEqual({
    total: 8,
    points: [
      [hourOf(START - 20 * HOUR), 7],
      [hourOf(START - 90 * MINUTE), 1],
    ],
  });
});

test('a quarter of a year is read from its days and the hours of the newest, and drawn by the hour when that is wanted', async () => {
  const then = START - 60 * DAY;
  await ctx.database.db
    .insert(schema.latencyHour)
    .values([hour(then, 20, 3), hour(then + HOUR, 25, 4), hour(START, 20, 5)]);
  const dayOf = (at: number) => `${new Date(at).toISOString().slice(0, 10)}T00:00:00.000Z`;
  const quarter = {
    total: 12,
    points: [
      [dayOf(then), 7],
      [dayOf(START), 5],
    ],
  };
  ctx.clock.advance(1);
  expect(await counts({ window: '90d' })).toEqual(quarter);
  await closeHours(ctx);
  expect(await counts({ window: '90d' })).toEqual(quarter);
  expect((await counts({ window: '90d', step: '1h' })).points).toEqual([
    [hourOf(then), 3],
    [hourOf(then + HOUR), 4],
    [hourOf(START), 5],
  ]);
  await ctx.rows(`delete from latency_hour where hour < '${new Date(START - DAY).toISOString()}'`);
  expect(await counts({ window: '90d' })).toEqual(quarter);
});

test('hours in which nothing was good say nothing of latency', async () => {
  await ctx.database.db
    .insert(schema.latencyHour)
    .values({ ...hour(START - DAY, 20, 0), down: 60, buckets: [], counts: [] });
  expect(await counts({ window: '7d' })).toEqual({ total: 0, points: [] });
});
