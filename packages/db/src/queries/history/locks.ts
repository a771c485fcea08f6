import { sql } from 'drizzle-orm';
import type { Db } from '../../database.ts';
import { isLockTimeout } from '../sql-state.ts';

/** One engine at a time: what each of these does is done once, and whoever comes second finds nothing left. */
const LOCKS = { partitions: 7_210_332, '5min': 7_210_333, hour: 7_210_334, day: 7_210_335, pack: 7_210_336 };

/** Whether this transaction may do it; false while another engine does. */
export async function isMine(tx: Db, lock: keyof typeof LOCKS): Promise<boolean> {
  const { rows } = await tx.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${LOCKS[lock]}) as mine`);
  return rows[0]?.mine === true;
}

/** Those who record queue behind who waits for the whole table: that must be short. */
export const TABLE_PATIENCE_MS = 500;
/** Nobody records into a day that is over; a vacuum of it ends when it has blocked another for `deadlock_timeout`, 1 s. */
export const DAY_PATIENCE_MS = 3_000;

/** How long this transaction waits for each lock from here on, before it fails. */
export async function waitAtMost(tx: Db, ms: number): Promise<void> {
  await tx.execute(sql.raw(`set local lock_timeout = ${ms}`));
}

/** Waits briefly until no other engine changes partitions. */
export async function waitForTurn(tx: Db): Promise<void> {
  await waitAtMost(tx, TABLE_PATIENCE_MS);
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS.partitions})`);
}

/** Runs it; false when a table was in use for too long. The next round of housekeeping tries again. */
export async function unlessInUse(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (isLockTimeout(error)) return false;
    throw error;
  }
}
