import { claimDueDeliveries } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

/** Longer than a sender may take; a delivery whose sender died is due again after it. */
const LEASE_MS = 60_000;

/** `leasedAt` (epoch ms) makes the id of the job: a delivery leased again is another job. */
export type ClaimedDelivery = { workspaceId: string; deliveryId: string; attempts: number; leasedAt: number };

/** Leases up to `limit` deliveries that are due. */
export async function claimDeliveries(
  ctx: Pick<ServiceContext, 'database' | 'clock'>,
  limit: number,
): Promise<ClaimedDelivery[]> {
  const now = ctx.clock.now();
  const rows = await claimDueDeliveries(ctx.database.db, new Date(now), new Date(now + LEASE_MS), limit);
  return rows.map((row) => ({ ...row, leasedAt: now }));
}
