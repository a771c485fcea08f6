import { createServerBody } from '@alivemcp/contracts';
import {
  ensureProbePartitions,
  insertProbeResults,
  listDetachedDays,
  listHousekeepingRuns,
  listPartitionDays,
  type ProbeResultRow,
  schema,
} from '@alivemcp/db';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listProbes } from '../probe/list-probes.ts';
import { registerServer } from '../server/register-server.ts';
import { ALL, createTestContext, START, type TestContext } from '../testing/test-context.ts';
import { closeHours } from './close-hours.ts';
import { keepHouse } from './keep-house.ts';
import { RETENTION_DAYS } from './retention.ts';
import { tidyHistory } from './tidy-history.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const TODAY = '2026-11-02';

let ctx: TestContext;
let serverId: string;
beforeEach(async () => {
  ctx = await createTestContext(['eu']);
  serverId = (await registerServer(ctx, ctx.mine, createServerBody.parse({ url: 'https://a.example/mcp' }))).id;
  await keepHouse(ctx);
});
afterEach(() => ctx.close());

const seen = (at: number, changes: Partial<ProbeResultRow> = {}): ProbeResultRow => ({
  workspaceId: ctx.mine.workspaceId,
  serverId,
  region: 'eu',
  scheduledAt: new Date(at),
  reason: 'scheduled',
  startedAt: new Date(at),
  outcome: 'up',
  posture: 'open',
  class: null,
  durationMs: 40,
  latencyMs: 35,
  phases: [{ name: 'tcp', ms: 35, ok: true }],
  protocol: null,
  toolsHash: null,
  toolsCount: null,
  attempts: 1,
  suspect: false,
  ...changes,
});
const FAILED = { outcome: 'down', class: 'tcp.refused', latencyMs: null } as const;
const record = (...rows: ProbeResultRow[]) => insertProbeResults(ctx.database.db, rows);
const log = async () => (await listProbes(ctx, ctx.mine, serverId, {}, ALL)).data.map((probe) => probe.scheduledAt);
const packed = () => ctx.database.db.select().from(schema.packedDay);
const rawDays = () => listPartitionDays(ctx.database.db, 'probe_result');
/** On to the first hour at which a day that is now today may be packed. */
const passRaw = () => ctx.clock.advance((RETENTION_DAYS.raw + 1) * DAY);
const tidy = async () => {
  await keepHouse(ctx);
  return tidyHistory(ctx);
};
const iso = (at: number) => new Date(at).toISOString();

test('a day that is over for long enough is packed, its partition goes, and what was done is written down', async () => {
  await record(seen(START), seen(START + MINUTE));
  await tidy();
  expect(await rawDays()).toContain(TODAY);
  passRaw();
  expect(await tidy()).toContainEqual({ task: 'packed', subject: TODAY, affected: 2 });
  expect(await rawDays()).not.toContain(TODAY);
  expect(await packed()).toMatchObject([{ day: TODAY, region: 'eu', checks: 2 }]);
  expect(await log()).toEqual([iso(START + MINUTE), iso(START)]);
  const runs = await listHousekeepingRuns(ctx.database.db, 50);
  expect(runs).toContainEqual(expect.objectContaining({ task: 'packed', subject: TODAY, affected: 2 }));
  expect(await tidy()).toEqual([]);
});

test('a result that comes a week late has its true place in the log, the hour and the day', async () => {
  await record(seen(START));
  passRaw();
  await tidy();
  ctx.clock.advance(5 * DAY);
  await record(seen(START + MINUTE, FAILED));
  expect(await log()).toEqual([iso(START + MINUTE), iso(START)]);
  expect(await tidy()).toContainEqual({ task: 'packed', subject: 'late results', affected: 1 });
  await closeHours(ctx);
  expect(await log()).toEqual([iso(START + MINUTE), iso(START)]);
  for (const table of ['latency_hour', 'latency_day'])
    expect(await ctx.rows(`select up, down from ${table} where phase = 'total'`)).toEqual([{ up: 1, down: 1 }]);
});

test('a result that comes a second time when its day is packed is still one', async () => {
  await record(seen(START));
  passRaw();
  await tidy();
  await record(seen(START));
  expect(await log()).toEqual([iso(START)]);
  await tidy();
  await closeHours(ctx);
  expect(await log()).toEqual([iso(START)]);
  expect(await ctx.rows(`select up from latency_hour where phase = 'total'`)).toEqual([{ up: 1 }]);
});

test('an engine that stops in the middle leaves nothing behind that the next one does not finish', async () => {
  await record(seen(START), seen(START + MINUTE));
  passRaw();
  await keepHouse(ctx);
  await ctx.rows(`alter table probe_result detach partition probe_result_20261102`);
  expect(await listDetachedDays(ctx.database.db)).toEqual([TODAY]);
  await record(seen(START + 2 * MINUTE));
  await tidy();
  expect(await listDetachedDays(ctx.database.db)).toEqual([]);
  await closeHours(ctx);
  expect(await log()).toEqual([iso(START + 2 * MINUTE), iso(START + MINUTE), iso(START)]);
  expect(await ctx.rows(`select up from latency_hour where phase = 'total'`)).toEqual([{ up: 3 }]);
});

test('several engines at once do it once', async () => {
  await record(...Array.from({ length: 60 }, (_, i) => seen(START + i * MINUTE)));
  passRaw();
  await keepHouse(ctx);
  await Promise.allSettled([tidyHistory(ctx), tidyHistory(ctx), tidyHistory(ctx)]);
  await tidy();
  await Promise.all([closeHours(ctx), closeHours(ctx), closeHours(ctx)]);
  expect(await packed()).toMatchObject([{ checks: 60 }]);
  expect(await log()).toHaveLength(60);
  expect(await ctx.rows(`select sum(up)::int as up from latency_day where phase = 'total'`)).toEqual([{ up: 60 }]);
});

test('who records is not kept waiting, and a day in use is packed another time', async () => {
  await record(seen(START));
  passRaw();
  await keepHouse(ctx);
  await ctx.database.transaction(async (tx) => {
    await insertProbeResults(tx, [seen(START + MINUTE)]);
    let isDone = false;
    const tidying = tidyHistory(ctx).finally(() => {
      isDone = true;
    });
    let recorded = 0;
    for (; !isDone; recorded++) await record(seen(ctx.clock.now() + recorded));
    // Somebody who had to wait for the end of it would have recorded once.
    expect(recorded).toBeGreaterThan(3);
    expect(await tidying).not.toContainEqual(expect.objectContaining({ task: 'packed' }));
  });
  expect(await rawDays()).toContain(TODAY);
  expect(await tidy()).toContainEqual({ task: 'packed', subject: TODAY, affected: 2 });
  expect(await rawDays()).not.toContain(TODAY);
  expect(await packed()).toMatchObject([{ checks: 2 }]);
});

test('a result that takes the place of a probe that was not run while its day is packed is not lost', async () => {
  await record(seen(START, { outcome: 'unknown', class: 'observer.not_run', latencyMs: null, suspect: true }));
  passRaw();
  await keepHouse(ctx);
  await ctx.database.transaction(async (tx) => {
    expect(await insertProbeResults(tx, [seen(START)])).toBe(1);
    await tidyHistory(ctx);
    expect(await packed()).toMatchObject([{ checks: 1 }]);
  });
  expect(await tidy()).toContainEqual({ task: 'packed', subject: TODAY, affected: 1 });
  await closeHours(ctx);
  const { data } = await listProbes(ctx, ctx.mine, serverId, {}, ALL);
  expect(data).toMatchObject([{ outcome: 'up', class: null, latencyMs: 35 }]);
});

test('of old days only failures stay, and of very old ones nothing', async () => {
  await record(seen(START), seen(START + MINUTE, FAILED));
  await record(seen(START + DAY));
  await ctx.database.db.insert(schema.probeFailure).values({
    ...{ workspaceId: ctx.mine.workspaceId, serverId, region: 'eu', scheduledAt: new Date(START + MINUTE) },
    ...{ reason: 'scheduled', class: 'tcp.refused', summary: 'Refused at that minute.' },
  });
  await closeHours(ctx);
  ctx.clock.advance(RETENTION_DAYS.packed * DAY);
  await tidy();
  expect(await log()).toHaveLength(3);
  ctx.clock.advance(2 * DAY);
  expect(await tidy()).toContainEqual({ task: 'forgot', subject: 'good results', affected: 2 });
  expect(await log()).toEqual([iso(START + MINUTE)]);
  const { data } = await listProbes(ctx, ctx.mine, serverId, { outcome: 'down' }, ALL);
  expect(data).toMatchObject([{ class: 'tcp.refused', summary: 'Refused at that minute.' }]);

  ctx.clock.advance((RETENTION_DAYS.failures - RETENTION_DAYS.packed) * DAY);
  await tidy();
  expect(await log()).toEqual([]);
  for (const table of ['packed_day', 'probe_failure', 'latency_hour'])
    expect(await ctx.rows(`table ${table}`)).toEqual([]);
  expect(await ctx.rows(`select up, down from latency_day where phase = 'total' order by day`)).toEqual([
    { up: 1, down: 1 },
    { up: 1, down: 0 },
  ]);
});

test('hours lose their phases first', async () => {
  await record(seen(START));
  await closeHours(ctx);
  ctx.clock.advance((RETENTION_DAYS.phaseHours + 1) * DAY);
  await tidy();
  expect(await ctx.rows('select phase from latency_hour')).toEqual([{ phase: 'total' }]);
  expect(await ctx.rows('select phase from latency_day order by 1')).toEqual([{ phase: 'tcp' }, { phase: 'total' }]);
});

test('what comes too late, or of a server that is gone, is refused and counted', async () => {
  const gone = await registerServer(ctx, ctx.mine, createServerBody.parse({ url: 'https://gone.example/mcp' }));
  await record(seen(START - (RETENTION_DAYS.late + 1) * DAY), seen(START - 10 * DAY, { serverId: gone.id }));
  await ctx.rows(`delete from server where id = '${gone.id}'`);
  expect(await tidy()).toContainEqual({ task: 'refused', subject: 'results that came too late', affected: 2 });
  expect(await packed()).toEqual([]);
});

test('the log goes over from raw to packed without a seam, also where both are to be read', async () => {
  await ensureProbePartitions(ctx.database, START - 4 * DAY, START);
  const rows = Array.from({ length: 40 }, (_, i) => seen(START - i * 3 * 3_600_000, i % 9 === 4 ? FAILED : {}));
  await record(...rows);
  const failing = rows.filter((row) => row.outcome === 'down').map((row) => row.scheduledAt.toISOString());
  const read = async (filter: Parameters<typeof listProbes>[3]) => {
    const times: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await listProbes(ctx, ctx.mine, serverId, filter, { limit: 3, cursor });
      times.push(...page.data.map((probe) => probe.scheduledAt));
      if (page.nextCursor === null) return times;
      cursor = page.nextCursor;
    }
  };
  const before = await read({});
  await tidy();
  expect((await packed()).length).toBeGreaterThan(1);
  expect((await ctx.rows('select 1 from probe_result')).length).toBeGreaterThan(1);
  expect(await read({})).toEqual(before);
  expect(await read({ outcome: 'down' })).toEqual(failing);
  const [from, to] = [iso(START - 4 * DAY), iso(START - 2 * DAY)];
  expect(await read({ from, to })).toEqual(before.filter((at) => at >= from && at < to));
});
