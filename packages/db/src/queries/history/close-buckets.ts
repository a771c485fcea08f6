import { sql } from 'drizzle-orm';
import type { Database, Db } from '../../database.ts';
import type { dirtyBucket } from '../../schema/index.ts';
import { listPartitionDays } from '../partitions.ts';
import { DAY_MS, type Day, dayOf } from './day.ts';
import { isMine } from './locks.ts';
import { computeRegionWork, computeSilentRegionWork } from './region-work.ts';
import { computeDays, computeFiveMinutes, computeHours, rawChecks, type Stretch } from './rollup.ts';

type Level = typeof dirtyBucket.$inferSelect.level;
type Dirty = { region: string; at: Date };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const WIDTH_MS: Record<Level, number> = { '5min': 5 * MINUTE_MS, hour: HOUR_MS, day: DAY_MS };

/** Regions without a word are looked at so far back: longer than an engine takes to come back. */
const SILENT_MS = HOUR_MS;

/**
 * Computes the five minutes that got results since they were computed last, and says that their hours have to be; and what the
 * regions did in them, also where they did nothing.
 */
export const closeFiveMinutes = (database: Database, regions: readonly string[], now: Date): Promise<number> =>
  close(database, '5min', async (tx, stretches) => {
    const kept = new Set(await listPartitionDays(tx, 'rollup_5min'));
    for (const stretch of stretches) {
      if (!kept.has(dayOf(stretch.from.getTime()))) continue;
      await computeFiveMinutes(tx, stretch);
      await computeRegionWork(tx, stretch);
    }
    await computeSilentRegionWork(tx, regions, new Date(now.getTime() - SILENT_MS), now);
    await markHours(tx, stretches);
  });

/** Computes the hours whose five minutes changed, from raw results. */
export const closeHours = (database: Database): Promise<number> =>
  close(database, 'hour', async (tx, stretches) => {
    for (const stretch of stretches) await computeHours(tx, rawChecks(stretch));
  });

/** Computes the days whose hours changed, from the hours. */
export const closeDays = (database: Database): Promise<number> =>
  close(database, 'day', async (tx, stretches) => {
    for (const stretch of stretches) await computeDays(tx, stretch);
  });

/**
 * Takes the marks of a level and computes what they name, in one transaction. A mark is written with what it tells of, and
 * taken before that is read: nothing is missed, whoever writes meanwhile. Returns how many stretches were computed.
 */
function close(database: Database, level: Level, compute: (tx: Db, stretches: Stretch[]) => Promise<void>) {
  return database.transaction(async (tx) => {
    if (!(await isMine(tx, level))) return 0;
    // A region's hour is counted in memory.
    await tx.execute(sql`set local work_mem = '64MB'`);
    // Of a day that is packed only the late results are here: `mergeLateChecks` sees to it.
    const days = level === 'day' ? null : await listPartitionDays(tx, 'probe_result');
    const stretches = toStretches(await takeDirty(tx, level, days), WIDTH_MS[level]);
    await compute(tx, stretches);
    return stretches.length;
  });
}

/** Takes the marks of a level, of these days or of all. */
export async function takeDirty(tx: Db, level: Level, days: readonly Day[] | null): Promise<Dirty[]> {
  const ofDays = days === null ? sql`` : sql`and (at at time zone 'UTC')::date = any(${sql.param(days)}::date[])`;
  const { rows } = await tx.execute<{ region: string; at: string }>(sql`
    with taken as (delete from dirty_bucket where level = ${level} ${ofDays} returning region, at)
    select distinct region, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at from taken order by at`);
  return rows.map(({ region, at }) => ({ region, at: new Date(at) }));
}

/** Marks of a region and an hour, or a wider bucket, become one stretch: one statement, of one partition. */
export function toStretches(dirty: readonly Dirty[], widthMs: number): Stretch[] {
  const roundMs = Math.max(widthMs, HOUR_MS);
  const groups = Map.groupBy(dirty, ({ region, at }) => `${Math.floor(at.getTime() / roundMs)} ${region}`);
  return [...groups.values()].map((group) => {
    const times = group.map(({ at }) => at.getTime());
    return {
      region: (group[0] as Dirty).region,
      from: new Date(Math.min(...times)),
      to: new Date(Math.max(...times) + widthMs),
    };
  });
}

async function markHours(tx: Db, stretches: Stretch[]): Promise<void> {
  const marks = stretches.map(({ region, from }) => ({
    region,
    at: new Date(Math.floor(from.getTime() / HOUR_MS) * HOUR_MS).toISOString(),
  }));
  await tx.execute(sql`
    insert into dirty_bucket (level, region, at)
    select 'hour', region, at from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as r(region text, at timestamptz)`);
}
