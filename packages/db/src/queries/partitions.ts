import { sql } from 'drizzle-orm';
import type { Db } from '../database.ts';

const DAY_MS = 86_400_000;
const PARENT = 'probe_result';

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const partitionOf = (day: string) => `${PARENT}_${day.replaceAll('-', '')}`;

/** Makes the daily partitions of raw results from `fromMs` to `toMs` (UTC days, both included). Idempotent. */
export async function ensureProbePartitions(db: Db, fromMs: number, toMs: number): Promise<void> {
  for (let ms = fromMs - (fromMs % DAY_MS); ms <= toMs; ms += DAY_MS) {
    const day = dayOf(ms);
    await db.execute(
      sql.raw(
        `create table if not exists ${partitionOf(day)} partition of ${PARENT} for values from ('${day}T00:00:00Z') to ('${dayOf(ms + DAY_MS)}T00:00:00Z')`,
      ),
    );
  }
}

/** Drops whole days of raw results that ended before `beforeMs`. Returns the names of the dropped partitions. */
export async function dropProbePartitions(db: Db, beforeMs: number): Promise<string[]> {
  const limit = partitionOf(dayOf(beforeMs));
  const { rows } = await db.execute<{ name: string }>(sql`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = ${PARENT}::regclass and c.relname < ${limit} order by 1`);
  for (const { name } of rows) await db.execute(sql.raw(`drop table if exists ${name}`));
  return rows.map((row) => row.name);
}
