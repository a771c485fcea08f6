import { deleteOldIdempotency, deleteOldProbeRequests, dropProbePartitions, ensureProbePartitions } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

const DAY_MS = 86_400_000;
/** Results may arrive this late, and days are made this far ahead. */
const MARGIN_DAYS = 2;
const RAW_RETENTION_DAYS = 7;

/** Makes the partitions of the days around now, drops raw results past retention, and forgets old probe requests and idempotency keys. */
export async function keepHouse(ctx: Pick<ServiceContext, 'database' | 'clock'>): Promise<void> {
  const now = ctx.clock.now();
  const { db } = ctx.database;
  await ensureProbePartitions(db, now - MARGIN_DAYS * DAY_MS, now + MARGIN_DAYS * DAY_MS);
  await dropProbePartitions(db, now - RAW_RETENTION_DAYS * DAY_MS);
  await deleteOldProbeRequests(db, new Date(now - DAY_MS));
  await deleteOldIdempotency(db, new Date(now - DAY_MS));
}
