import { closeDays as closeDirtyDays, closeHours as closeDirtyHours, closeFiveMinutes } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

/** Computes every bucket that got results, in time or late, from five minutes to days. Running twice is harmless. */
export async function closeHours(ctx: Pick<ServiceContext, 'database'>): Promise<void> {
  await closeFiveMinutes(ctx.database);
  await closeDirtyHours(ctx.database);
  await closeDirtyDays(ctx.database);
}
