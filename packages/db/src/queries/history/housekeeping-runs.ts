import { desc } from 'drizzle-orm';
import type { Db } from '../../database.ts';
import { housekeepingRun } from '../../schema/index.ts';

export type HousekeepingRun = typeof housekeepingRun.$inferSelect;
export type NewHousekeepingRun = Omit<HousekeepingRun, 'id'>;

export async function insertHousekeepingRuns(db: Db, runs: NewHousekeepingRun[]): Promise<void> {
  if (runs.length > 0) await db.insert(housekeepingRun).values(runs);
}

/** What packing and retention did, newest first. */
export async function listHousekeepingRuns(db: Db, limit: number): Promise<HousekeepingRun[]> {
  return db.select().from(housekeepingRun).orderBy(desc(housekeepingRun.id)).limit(limit);
}
