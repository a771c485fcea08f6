import { closeFiveMinutes as closeDirtyFiveMinutes } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

/** Computes the five minutes that got results, in time or late. Running twice, or in two engines, is harmless. */
export async function closeFiveMinutes(ctx: Pick<ServiceContext, 'database' | 'regions' | 'clock'>): Promise<void> {
  await closeDirtyFiveMinutes(ctx.database, ctx.regions, new Date(ctx.clock.now()));
}
