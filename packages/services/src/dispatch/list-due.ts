import { type DueTarget, listDueTargets } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

/** Servers of a region that are due in the second that begins at `dueAt` (epoch ms). */
export async function listDue(
  ctx: Pick<ServiceContext, 'database'>,
  region: string,
  dueAt: number,
): Promise<DueTarget[]> {
  return listDueTargets(ctx.database.db, region, Math.floor(dueAt / 1000));
}
