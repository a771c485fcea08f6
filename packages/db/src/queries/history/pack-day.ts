import { type SQL, sql } from 'drizzle-orm';
import type { Database, Db } from '../../database.ts';
import { detachDay, dropDetachedDay, partitionOf } from '../partitions.ts';
import { takeDirty, toStretches } from './close-buckets.ts';
import type { Day } from './day.ts';
import { isMine } from './locks.ts';
import { addToPackedDay, countPacked, outcomeBit, type Series } from './packed-days.ts';
import { readRaw } from './read-raw.ts';
import { computeHours, rawChecks } from './rollup.ts';

/** Raw results packed in one transaction: some ten MB of memory, and less than a second. */
const CHUNK_CHECKS = 30_000;
const HOUR_MS = 3_600_000;

/**
 * Packs a day of raw results and drops its partition. It may end at any point and be run again: the partition goes last, and
 * only when all that is in it is packed. Returns how many results the day has, or null when somebody else had hold of it.
 */
export async function packDay(database: Database, day: Day): Promise<number | null> {
  const isPacked = await packWhole(database, day);
  return isPacked && (await detachDay(database, 'probe_result', day)) ? finishDay(database, day) : null;
}

/** Ends the packing of a day that is detached: what came while it was packed, and hours that nobody has computed since. */
export async function finishDay(database: Database, day: Day): Promise<number | null> {
  if (!(await packWhole(database, day))) return null;
  return database.transaction(async (tx) => {
    if (!(await isMine(tx, 'pack')) || !(await isThere(tx, day))) return null;
    const dirty = [...(await takeDirty(tx, '5min', [day])), ...(await takeDirty(tx, 'hour', [day]))];
    const hours = dirty.map(({ region, at }) => ({ region, at: new Date(at.getTime() - (at.getTime() % HOUR_MS)) }));
    for (const stretch of toStretches(hours, HOUR_MS))
      await computeHours(tx, rawChecks(stretch, partitionOf('probe_result', day)));
    await dropDetachedDay(tx, day);
    return countPacked(tx, day);
  });
}

/** False when another engine is at it. */
async function packWhole(database: Database, day: Day): Promise<boolean> {
  for (const series of toChunks(await listUnpacked(database.db, day))) {
    const isMyTurn = await database.transaction(async (tx) => {
      if (!(await isMine(tx, 'pack'))) return false;
      await addToPackedDay(tx, day, await readRaw(tx, ofSeries(day, series)), 'raw');
      return true;
    });
    if (!isMyTurn) return false;
  }
  return true;
}

/**
 * Series of which more is raw than packed, or in whose place of a probe that was not run there may be a result by now. Those of
 * servers that are gone are let go with the partition.
 */
async function listUnpacked(db: Db, day: Day): Promise<(Series & { checks: number })[]> {
  if (!(await isThere(db, day))) return [];
  const { rows } = await db.execute<Series & { checks: number }>(sql`
    select s.workspace_id as "workspaceId", s.id as "serverId", r.region, r.checks
    from (select server_number, region, count(*)::int as checks from ${sql.raw(partitionOf('probe_result', day))}
          group by 1, 2) r
    join server s on s.number = r.server_number
    left join packed_day p on p.workspace_id = s.workspace_id and p.server_id = s.id and p.region = r.region
      and p.day = ${day}
    where r.checks > coalesce(p.checks, 0) or p.outcomes & ${outcomeBit('unknown')} <> 0
    order by 1, 2, 3`);
  return rows;
}

/** Another engine may have finished the day a moment ago. */
async function isThere(db: Db, day: Day): Promise<boolean> {
  const { rows } = await db.execute<{ there: boolean }>(
    sql`select to_regclass(${partitionOf('probe_result', day)}) is not null as there`,
  );
  return rows[0]?.there === true;
}

function toChunks(todo: (Series & { checks: number })[]): Series[][] {
  const chunks: Series[][] = [];
  let room = 0;
  for (const series of todo) {
    if (room <= 0) {
      chunks.push([]);
      room = CHUNK_CHECKS;
    }
    chunks.at(-1)?.push(series);
    room -= series.checks;
  }
  return chunks;
}

const ofSeries = (day: Day, series: readonly Series[]): SQL => sql`
  select r.* from ${sql.raw(partitionOf('probe_result', day))} r
  join server s on s.number = r.server_number
  join jsonb_to_recordset(${JSON.stringify(series)}::jsonb) as w("workspaceId" text, "serverId" text, region text)
    on s.workspace_id = w."workspaceId" and s.id = w."serverId" and r.region = w.region`;
