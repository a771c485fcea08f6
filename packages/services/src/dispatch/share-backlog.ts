import { type OthersBacklog, shareBacklog as share } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

export type { OthersBacklog } from '@alivemcp/db';

/**
 * A prober says since when (epoch ms) results wait with it, and hears of those of others: what several regions saw in an outage of
 * the database is written in the order of time.
 */
export async function shareBacklog(
  ctx: Pick<ServiceContext, 'database' | 'clock'>,
  proberId: string,
  at: number,
): Promise<OthersBacklog> {
  return share(ctx.database.db, proberId, at, new Date(ctx.clock.now()));
}
