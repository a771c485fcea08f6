import type { DeliveryJob } from '@alivemcp/contracts';
import { claimDueDeliveries, claimForChannel, releaseDeliveries } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

/** A delivery whose sender died is due again after it. */
const LEASE_MS = 60_000;
/** Under way to one channel. Two engines that claim in the same moment can make it twice as many. */
const AT_ONCE = 8;

/** `leasedAt` (epoch ms) makes the id of the job: a delivery leased again is another job. */
export type ClaimedDelivery = { workspaceId: string; deliveryId: string; attempts: number; leasedAt: number };

/** Leases up to `limit` deliveries that are due. */
export async function claimDeliveries(
  ctx: Pick<ServiceContext, 'database' | 'clock'>,
  limit: number,
): Promise<ClaimedDelivery[]> {
  const now = ctx.clock.now();
  const leaseUntil = new Date(now + LEASE_MS);
  const rows = await claimDueDeliveries(ctx.database.db, { now: new Date(now), leaseUntil, limit, atOnce: AT_ONCE });
  return rows.map((row) => ({ ...row, leasedAt: now }));
}

type Ctx = Pick<ServiceContext, 'database' | 'clock'>;

/** Leases the next few deliveries to a channel, for whoever has just sent one there: they need no way through a queue. */
export async function claimNext(
  ctx: Ctx,
  ref: { workspaceId: string; channelId: string },
  limit: number,
): Promise<DeliveryJob[]> {
  const now = ctx.clock.now();
  const rows = await claimForChannel(ctx.database.db, ref, {
    now: new Date(now),
    leaseUntil: new Date(now + LEASE_MS),
    limit,
  });
  return rows.map(({ workspaceId, deliveryId, attempts }) => ({ workspaceId, deliveryId, attempt: attempts + 1 }));
}

/** Gives back what was leased and not sent. */
export async function releaseClaimed(ctx: Ctx, workspaceId: string, jobs: DeliveryJob[]): Promise<void> {
  const ids = jobs.map(({ deliveryId }) => deliveryId);
  await releaseDeliveries(ctx.database.db, workspaceId, ids);
}
