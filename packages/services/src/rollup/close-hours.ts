import { closeLatencyHours } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

const HOUR_MS = 3_600_000;

/** Results that come later than this after their hour leave its percentiles as they are. */
const LATE_MS = 5 * 60_000;

/** Recomputes the running hour, and shortly after its end the one before it. Running twice is harmless. */
export async function closeHours(ctx: Pick<ServiceContext, 'database' | 'clock'>): Promise<void> {
  const now = ctx.clock.now();
  const hourOf = (ms: number) => ms - (ms % HOUR_MS);
  await closeLatencyHours(ctx.database.db, new Date(hourOf(now - LATE_MS)), new Date(hourOf(now) + HOUR_MS));
}
