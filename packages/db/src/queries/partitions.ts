import { sql } from 'drizzle-orm';
import type { Database, Db } from '../database.ts';
import { DAY_MS, type Day, dayOf, endOfDay } from './history/day.ts';
import { DAY_PATIENCE_MS, TABLE_PATIENCE_MS, unlessInUse, waitAtMost, waitForTurn } from './history/locks.ts';

/** Tables partitioned by UTC day, the column they are by, and where rows wait that have no day yet. */
const PARTITIONED = {
  probe_result: { column: 'scheduled_at', late: 'probe_result_late' },
  rollup_5min: { column: 'at', late: null },
} as const;
export type Partitioned = keyof typeof PARTITIONED;

export const partitionOf = (table: Partitioned, day: Day): string => `${table}_${day.replaceAll('-', '')}`;
const dayOfPartition = (name: string): Day => name.slice(-8).replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');

/**
 * Makes the daily partitions of raw results and of their five minutes, from `fromMs` to `toMs` (UTC days, both included).
 * Idempotent. A table is made by itself and then attached: that does not wait for those who record, nor they for it.
 */
export async function ensureProbePartitions(database: Database, fromMs: number, toMs: number): Promise<void> {
  for (const table of Object.keys(PARTITIONED) as Partitioned[]) {
    const present = new Set(await listPartitionDays(database.db, table));
    for (let ms = fromMs - (fromMs % DAY_MS); ms <= toMs; ms += DAY_MS) {
      const day = dayOf(ms);
      if (present.has(day)) continue;
      await unlessInUse(() => database.transaction((tx) => addPartition(tx, table, day)));
    }
  }
}

async function addPartition(tx: Db, table: Partitioned, day: Day): Promise<void> {
  await waitForTurn(tx);
  if ((await listPartitionDays(tx, table)).includes(day)) return;
  const { column, late } = PARTITIONED[table];
  const name = partitionOf(table, day);
  const [from, to] = [`${day}T00:00:00Z`, new Date(endOfDay(day)).toISOString()];
  if (late !== null) await tx.execute(sql.raw(`lock table ${late} in access exclusive mode`));
  await tx.execute(sql.raw(`create table if not exists ${name} (like ${table} including all)`));
  if (late !== null)
    await tx.execute(
      sql.raw(`with moved as (delete from ${late} where ${column} >= '${from}' and ${column} < '${to}' returning *)
        insert into ${name} select * from moved`),
    );
  await tx.execute(sql.raw(`alter table ${table} attach partition ${name} for values from ('${from}') to ('${to}')`));
}

/** Days that have a partition, oldest first. */
export async function listPartitionDays(db: Db, table: Partitioned): Promise<Day[]> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = ${table}::regclass and c.relname ~ ${`^${table}_[0-9]{8}$`} order by 1`);
  return rows.map((row) => dayOfPartition(row.name));
}

/** Days of raw results that are detached and wait for the end of their packing, oldest first. */
export async function listDetachedDays(db: Db): Promise<Day[]> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select relname as name from pg_class c
    where relkind = 'r' and relname ~ '^probe_result_[0-9]{8}$' and relnamespace = current_schema()::regnamespace
      and not exists (select from pg_inherits where inhrelid = c.oid) order by 1`);
  return rows.map((row) => dayOfPartition(row.name));
}

/** Takes a day out of the table; nothing can be written to it any more. False when it is in use: then it is still there. */
export const detachDay = (database: Database, table: Partitioned, day: Day): Promise<boolean> =>
  whenUnused(database, table, day, `alter table ${table} detach partition ${partitionOf(table, day)}`);

/** Drops a whole day. False when it is in use: then it is still there. */
export const dropDay = (database: Database, table: Partitioned, day: Day): Promise<boolean> =>
  whenUnused(database, table, day, `drop table ${partitionOf(table, day)}`);

/** The day is locked first, and with patience: a vacuum gives way only when it has been waited for. The table, briefly. */
function whenUnused(database: Database, table: Partitioned, day: Day, statement: string): Promise<boolean> {
  return unlessInUse(() =>
    database.transaction(async (tx) => {
      await waitForTurn(tx);
      if (!(await listPartitionDays(tx, table)).includes(day)) return;
      await waitAtMost(tx, DAY_PATIENCE_MS);
      await tx.execute(sql.raw(`lock table ${partitionOf(table, day)} in access exclusive mode`));
      await waitAtMost(tx, TABLE_PATIENCE_MS);
      await tx.execute(sql.raw(statement));
    }),
  );
}

/** Drops a day that is detached. */
export async function dropDetachedDay(db: Db, day: Day): Promise<void> {
  await db.execute(sql.raw(`drop table if exists ${partitionOf('probe_result', day)}`));
}
