import { DAY_MS, deleteOldIdempotency, deleteOldProbeRequests, ensureProbePartitions } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { RETENTION_DAYS } from './retention.ts';

const DAYS_AHEAD = 2;

/** Makes the partitions of the days around now, and forgets old probe requests and idempotency keys. */
export async function keepHouse(ctx: Pick<ServiceContext, 'database' | 'clock'>): Promise<void> {
  const now = ctx.clock.now();
  const { db } = ctx.database;
  await ensureProbePartitions(ctx.database, now - RETENTION_DAYS.raw * DAY_MS, now + DAYS_AHEAD * DAY_MS);
  await deleteOldProbeRequests(db, new Date(now - DAY_MS));
  await deleteOldIdempotency(db, new Date(now - DAY_MS));
}
