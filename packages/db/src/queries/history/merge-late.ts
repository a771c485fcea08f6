import { type SQL, sql } from 'drizzle-orm';
import type { Database, Db } from '../../database.ts';
import { encodePhases } from '../../schema/check-codes.ts';
import { listDetachedDays, listPartitionDays } from '../partitions.ts';
import type { ProbeResultRow } from './check.ts';
import { takeDirty } from './close-buckets.ts';
import { type Day, dayOf } from './day.ts';
import { isMine } from './locks.ts';
import { addToPackedDay } from './packed-days.ts';
import { readRaw } from './read-raw.ts';
import { computeHours } from './rollup.ts';

const CHUNK_CHECKS = 10_000;
const HOUR_MS = 3_600_000;

/**
 * Adds results that came after their day was packed to what is packed, and computes their hours again. `newest` is the newest
 * day that may be packed. Returns how many results that were.
 */
export async function mergeLateChecks(database: Database, newest: Day): Promise<number> {
  let merged = 0;
  for (;;) {
    const some = await database.transaction((tx) => mergeSome(tx, newest));
    if (some === 0) return merged;
    merged += some;
  }
}

async function mergeSome(tx: Db, newest: Day): Promise<number> {
  if (!(await isMine(tx, 'pack'))) return 0;
  // What is detached is still being packed: its turn comes after.
  const raw = [...(await listPartitionDays(tx, 'probe_result')), ...(await listDetachedDays(tx))];
  const late = await readRaw(
    tx,
    sql`delete from probe_result_late where ctid = any(array(
        select ctid from probe_result_late
        where ${LATE_DAY} <= ${newest}::date and ${LATE_DAY} <> all(${sql.param(raw)}::date[])
        order by scheduled_at limit ${CHUNK_CHECKS}))
      returning *`,
  );
  const hourOf = (row: ProbeResultRow) => Math.floor(row.scheduledAt.getTime() / HOUR_MS);
  const byDay = Map.groupBy(late, (row) => dayOf(row.scheduledAt.getTime()));
  for (const [day, rows] of byDay) {
    const hours = new Set(rows.map(hourOf));
    const all = await addToPackedDay(tx, day, rows, 'packed');
    await computeHours(tx, asChecks(all.filter((row) => hours.has(hourOf(row)))));
  }
  // What they tell is done. A result that comes right now has its row, and is found by that.
  await takeDirty(tx, '5min', [...byDay.keys()]);
  return late.length;
}

/** Removes results from before `earliest`, and of servers that are gone. Returns how many. */
export async function forgetTooLate(db: Db, earliest: Day): Promise<number> {
  const { rowCount } = await db.execute(sql`
    delete from probe_result_late l where ${LATE_DAY} < ${earliest}::date
      or not exists (select from server s where s.number = l.server_number)`);
  return rowCount ?? 0;
}

const LATE_DAY = sql`(scheduled_at at time zone 'UTC')::date`;

/** Rows in the hand as a query. */
const asChecks = (rows: readonly ProbeResultRow[]): SQL => sql`
  select s.number as server_number, region, "scheduledAt" as scheduled_at, outcome, suspect, "latencyMs" as latency_ms, phases
  from json_to_recordset(${JSON.stringify(rows.map((row) => ({ ...row, phases: encodePhases(row.phases) })))}::json) as r(
    "workspaceId" text, "serverId" text, region text, "scheduledAt" timestamptz, outcome text, suspect boolean,
    "latencyMs" int, phases int[])
  join server s on s.workspace_id = "workspaceId" and s.id = "serverId"`;
