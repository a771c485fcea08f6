import { closeDays as closeDirtyDays, closeHours as closeDirtyHours } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { closeFiveMinutes } from './close-five-minutes.ts';

/** Computes every bucket that got results, in time or late, from five minutes to days. Running twice is harmless. */
export async function closeHours(ctx: Pick<ServiceContext, 'database' | 'regions' | 'clock'>): Promise<void> {
  await closeFiveMinutes(ctx);
  await closeDirtyHours(ctx.database);
  await closeDirtyDays(ctx.database);
}
