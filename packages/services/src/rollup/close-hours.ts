import { closeLatencyHours } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

const HOUR_MS = 3_600_000;

/** Recomputes the running hour and the one before it: results that came late are counted, and running twice is harmless. */
export async function closeHours(ctx: Pick<ServiceContext, 'database' | 'clock'>): Promise<void> {
  const now = ctx.clock.now();
  const thisHour = now - (now % HOUR_MS);
  await closeLatencyHours(ctx.database.db, new Date(thisHour - HOUR_MS), new Date(thisHour + HOUR_MS));
}
