import {
  DAY_MS,
  deleteOldDispatchTicks,
  deleteOldExpiryNotices,
  deleteOldGates,
  deleteOldIdempotency,
  deleteOldProbeRequests,
  deleteOldProbers,
  ensureProbePartitions,
} from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { RETENTION_DAYS } from './retention.ts';

const DAYS_AHEAD = 2;

/** Makes the partitions of the days around now, and forgets what is of use for a day or two only. */
export async function keepHouse(ctx: Pick<ServiceContext, 'database' | 'clock'>): Promise<void> {
  const now = ctx.clock.now();
  const { db } = ctx.database;
  await ensureProbePartitions(ctx.database, now - RETENTION_DAYS.raw * DAY_MS, now + DAYS_AHEAD * DAY_MS);
  const yesterday = new Date(now - DAY_MS);
  await deleteOldProbeRequests(db, yesterday);
  await deleteOldIdempotency(db, yesterday);
  await deleteOldProbers(db, yesterday);
  await deleteOldExpiryNotices(db, yesterday);
  await deleteOldGates(db, new Date(now - RETENTION_DAYS.gates * DAY_MS));
  await deleteOldDispatchTicks(db, new Date(now - RETENTION_DAYS.raw * DAY_MS));
}
