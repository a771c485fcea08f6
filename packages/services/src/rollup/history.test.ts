import { createServerBody, PROBE_REASONS, type ProbeRecord } from '@alivemcp/contracts';
import {
  insertProbeResults,
  latencyOfBucket,
  listDays,
  listFiveMinutes,
  listHours,
  listPartitionDays,
  type ProbeResultRow,
  type RollupRow,
} from '@alivemcp/db';
import { percentileMs } from '@alivemcp/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listProbes } from '../probe/list-probes.ts';
import { registerServer } from '../server/register-server.ts';
import { createTestContext, START, type TestContext } from '../testing/test-context.ts';
import { closeHours } from './close-hours.ts';
import { keepHouse } from './keep-house.ts';
import { tidyHistory } from './tidy-history.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const REGIONS = ['eu', 'us'];
const FOREVER = [new Date(0), new Date(START + 1000 * DAY)] as const;

let ctx: TestContext;
let serverId: string;
beforeAll(async () => {
  ctx = await createTestContext(REGIONS);
  serverId = (await registerServer(ctx, ctx.mine, createServerBody.parse({ url: 'https://a.example/mcp' }))).id;
});
afterAll(() => ctx.close());

type Seen = ProbeResultRow;

/** Something a probe saw `agoMs` before the clock of the test. */
const seen = fc.record({
  agoMs: fc.oneof(fc.integer({ min: 0, max: 2 * HOUR }), fc.integer({ min: 0, max: 20 * DAY })),
  region: fc.constantFrom(...REGIONS),
  reason: fc.constantFrom(...PROBE_REASONS),
  latencyMs: fc.option(fc.integer({ min: 0, max: 5000 })),
  outcome: fc.constantFrom('up' as const, 'up' as const, 'up' as const, 'degraded' as const, 'down' as const),
  suspect: fc.boolean().map((yes) => yes && true),
  tcpMs: fc.integer({ min: 0, max: 900 }).map((value) => value / 10),
});
type Step =
  | { do: 'record'; seen: typeof seen extends fc.Arbitrary<infer T> ? T[] : never }
  | { do: 'wait'; ms: number }
  | { do: 'close' }
  | { do: 'tidy' };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('record' as const), seen: fc.array(seen, { maxLength: 12 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: MINUTE, max: 2 * DAY }) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'close' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'tidy' as const }) },
);

const toRow = (
  one: { agoMs: number; tcpMs: number } & Pick<Seen, 'region' | 'reason' | 'outcome' | 'suspect' | 'latencyMs'>,
): Seen => {
  const { agoMs, tcpMs, ...rest } = one;
  const at = ctx.clock.now() - agoMs;
  return {
    ...rest,
    workspaceId: ctx.mine.workspaceId,
    serverId,
    scheduledAt: new Date(at),
    startedAt: new Date(at),
    posture: 'open',
    class: rest.outcome === 'down' ? 'tcp.refused' : null,
    durationMs: 7,
    phases: [{ name: 'tcp', ms: tcpMs, ok: true }],
    protocol: null,
    toolsHash: null,
    toolsCount: null,
    attempts: 1,
  };
};

const record = (rows: Seen[]) => insertProbeResults(ctx.database.db, rows);

const keyOf = (row: Seen) => `${row.scheduledAt.toISOString()} ${row.region} ${row.reason}`;

test('whatever comes in whatever order, however late: buckets are as if counted at once, and the log has every result', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 15 }), async (steps) => {
      await ctx.rows('truncate probe_result, packed_day, rollup_5min, latency_hour, latency_day, dirty_bucket');
      const all = new Map<string, Seen>();
      for (const one of steps) {
        if (one.do === 'wait') ctx.clock.advance(one.ms);
        else if (one.do === 'close') await closeHours(ctx);
        else if (one.do === 'tidy') {
          await keepHouse(ctx);
          await tidyHistory(ctx);
        } else {
          const rows = one.seen.map(toRow).filter((row) => !all.has(keyOf(row)));
          const unique = [...new Map(rows.map((row) => [keyOf(row), row])).values()];
          for (const row of unique) all.set(keyOf(row), row);
          await record(unique);
        }
      }
      await keepHouse(ctx);
      await tidyHistory(ctx);
      await closeHours(ctx);

      const rows = [...all.values()];
      const stretch = [ctx.database.db, ctx.mine.workspaceId, serverId, ...FOREVER] as const;
      expect(byKey(await listHours(...stretch))).toEqual(counted(rows, HOUR));
      expect(byKey(await listDays(...stretch))).toEqual(counted(rows, DAY));
      const days = await listPartitionDays(ctx.database.db, 'rollup_5min');
      const recent = rows.filter((row) => days.includes(row.scheduledAt.toISOString().slice(0, 10)));
      expect(byKey(await listFiveMinutes(...stretch))).toEqual(counted(recent, 5 * MINUTE, false));
      expect((await readLog()).map(asLogged)).toEqual(
        rows
          .toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))
          .map((row) => [
            keyOf(row),
            row.outcome,
            row.latencyMs,
            row.class,
            row.suspect,
            bucketOf(row.phases[0]?.ms ?? 0),
          ]),
      );
    }),
    { numRuns: 25 },
  );
}, 120_000);

async function readLog(): Promise<ProbeRecord[]> {
  const log: ProbeRecord[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listProbes(ctx, ctx.mine, serverId, {}, { limit: 7, cursor });
    log.push(...page.data);
    if (page.nextCursor === null) return log;
    cursor = page.nextCursor;
  }
}

const asLogged = (probe: ProbeRecord) => [
  `${probe.scheduledAt} ${probe.region} ${probe.reason}`,
  probe.outcome,
  probe.latencyMs,
  probe.class,
  probe.suspect,
  bucketOf(probe.phases[0]?.ms ?? 0),
];

const byKey = (rows: RollupRow[]) =>
  Object.fromEntries(
    rows.map(({ at, region, phase, up, degraded, down, unknown, buckets, counts }) => [
      `${at.toISOString()} ${region} ${phase}`,
      { up, degraded, down, unknown, histogram: Object.fromEntries(buckets.map((bucket, i) => [bucket, counts[i]])) },
    ]),
  );

/** The same counted by hand. */
function counted(rows: Seen[], widthMs: number, withPhases = true) {
  const buckets: Record<
    string,
    { up: number; degraded: number; down: number; unknown: number; histogram: Record<number, number> }
  > = {};
  for (const row of rows) {
    const at = new Date(row.scheduledAt.getTime() - (row.scheduledAt.getTime() % widthMs)).toISOString();
    const of = (phase: string) => {
      buckets[`${at} ${row.region} ${phase}`] ??= { up: 0, degraded: 0, down: 0, unknown: 0, histogram: {} };
      return buckets[`${at} ${row.region} ${phase}`] as (typeof buckets)[string];
    };
    const total = of('total');
    total[row.suspect ? 'unknown' : row.outcome]++;
    if (row.outcome !== 'up' || row.suspect || row.latencyMs === null || row.latencyMs === undefined) continue;
    const samples = [
      [total, row.latencyMs] as const,
      ...(withPhases ? [[of('tcp'), row.phases[0]?.ms ?? 0] as const] : []),
    ];
    for (const [{ histogram }, ms] of samples) histogram[bucketOf(ms)] = (histogram[bucketOf(ms)] ?? 0) + 1;
  }
  return buckets;
}

/** The first bucket whose upper edge is not below it. */
const bucketOf = (ms: number) =>
  Array.from({ length: 62 }, (_, bucket) => bucket).find((bucket) => 1.2 ** bucket >= ms) ?? 61;

test('a bucket of the database is read as the domain reads it', () => {
  for (let bucket = 0; bucket <= 61; bucket++)
    expect(Math.abs((percentileMs({ buckets: [bucket], counts: [1] }, 1) ?? 0) - latencyOfBucket(bucket))).toBeLessThan(
      1,
    );
});
