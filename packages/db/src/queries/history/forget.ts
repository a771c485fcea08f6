import { sql } from 'drizzle-orm';
import type { Database, Db } from '../../database.ts';
import { trimPackedDays } from './packed-days.ts';

/** Rows removed by one statement: short locks, and room for others in between. */
const BATCH = 5_000;
const PACKED_BATCH = 200;

/** What has a date and is removed row by row. */
const DATED = {
  packed: { table: 'packed_day', column: 'day', also: 'true' },
  phaseHours: { table: 'latency_hour', column: 'hour', also: `phase <> 'total'` },
  hours: { table: 'latency_hour', column: 'hour', also: 'true' },
  failures: { table: 'probe_failure', column: 'scheduled_at', also: 'true' },
  regionWork: { table: 'region_5min', column: 'at', also: 'true' },
  runs: { table: 'housekeeping_run', column: 'at', also: 'true' },
  marks: { table: 'dirty_bucket', column: 'at', also: 'true' },
} as const;
export type Dated = keyof typeof DATED;

/** Removes what is from before `before`. Returns how many rows. */
export async function forgetBefore(db: Db, what: Dated, before: Date): Promise<number> {
  const { table, column, also } = DATED[what];
  for (let sum = 0; ; ) {
    const { rowCount } = await db.execute(sql`
      delete from ${sql.raw(table)} where ctid = any(array(
        select ctid from ${sql.raw(table)} where ${sql.raw(column)} < ${before.toISOString()}::timestamptz and ${sql.raw(also)}
        limit ${BATCH}))`);
    sum += rowCount ?? 0;
    if ((rowCount ?? 0) < BATCH) return sum;
  }
}

/** Of packed days from before `before` only failures stay. Returns how many results were forgotten. */
export async function forgetGoodBefore(database: Database, before: Date): Promise<number> {
  const day = before.toISOString().slice(0, 10);
  for (let sum = 0; ; ) {
    const forgotten = await database.transaction((tx) => trimPackedDays(tx, day, PACKED_BATCH));
    if (forgotten === null) return sum;
    sum += forgotten;
  }
}
