import type { HousekeepingRun, Page } from '@alivemcp/contracts';
import { listHousekeepingRuns } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

const NEWEST = 50;

/** What retention and packing did last, newest first: one page of it. */
export async function listHousekeeping(ctx: Pick<ServiceContext, 'database'>): Promise<Page<HousekeepingRun>> {
  const runs = await listHousekeepingRuns(ctx.database.db, NEWEST);
  const data = runs.map(({ at, task, subject, affected }) => ({ at: at.toISOString(), task, subject, affected }));
  return { data, nextCursor: null };
}
