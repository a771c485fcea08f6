import type { CancelReason, DeliveryResult } from '@alivemcp/contracts';
import {
  appendDeliveryAttempt,
  type ChannelRow,
  type Db,
  findEnding,
  findIncident,
  lockPendingDelivery,
  noteChannelFailure,
  notifyLive,
  SOUND,
  settleDelivered,
  updateChannelRow,
  updateDelivery,
} from '@alivemcp/db';
import { retireChannel } from '../channel/retire-channel.ts';
import type { ServiceContext } from '../context.ts';
import { endingsOf } from '../event/endings.ts';
import { phaseOf } from '../rules/phase-of.ts';

const DAY_MS = 86_400_000;
/** A channel that has failed for this long without a single success is switched off. */
const PATIENCE_MS = 5 * DAY_MS;
/** Longer than the longest rung of the ladder. */
const PAUSE_MS = 2 * DAY_MS;

type Ctx = Pick<ServiceContext, 'database' | 'clock' | 'publicUrl'>;
type Ref = { workspaceId: string; deliveryId: string };

/** Records an attempt and what follows: delivered, due again at `nextAttemptAt` (epoch ms), or given up on null. */
export async function recordAttempt(
  ctx: Ctx,
  ref: Ref,
  result: DeliveryResult,
  nextAttemptAt: number | null,
): Promise<void> {
  const channelId = result.ok
    ? await recordSuccess(ctx, ref, result)
    : await recordFailure(ctx, ref, result, nextAttemptAt);
  if (channelId === null) return;
  // Outside the transaction: of those that notify PostgreSQL commits only one at a time.
  await notifyLive(ctx.database.db, [{ workspaceId: ref.workspaceId, event: { type: 'delivery', channelId } }]);
}

/** Returns the channel, which a success makes sound; null when the delivery was over already. */
async function recordSuccess(ctx: Ctx, ref: Ref, result: DeliveryResult): Promise<string | null> {
  const { db } = ctx.database;
  const now = new Date(ctx.clock.now());
  const settled = await settleDelivered(db, attemptOf(ref, result, now), now);
  if (settled?.wasFailing) await updateChannelRow(db, ref.workspaceId, settled.channelId, SOUND);
  return settled?.channelId ?? null;
}

async function recordFailure(
  ctx: Ctx,
  ref: Ref,
  result: DeliveryResult,
  nextAttemptAt: number | null,
): Promise<string | null> {
  const now = new Date(ctx.clock.now());
  return ctx.database.transaction(async (tx) => {
    const row = await lockPendingDelivery(tx, ref.workspaceId, ref.deliveryId);
    if (!row) return null;
    await appendDeliveryAttempt(tx, attemptOf(ref, result, now));
    const mergedInto = await saidByAnother(tx, row);
    const cancelledFor = await outdatedBy(tx, row);
    const isOver = nextAttemptAt === null || result.gone !== null || mergedInto !== null || cancelledFor !== null;
    await updateDelivery(tx, ref.workspaceId, ref.deliveryId, {
      attempts: row.delivery.attempts + 1,
      leaseUntil: null,
      state: cancelledFor === null ? (isOver ? 'failed' : 'pending') : 'cancelled',
      nextAttemptAt: isOver ? null : new Date(nextAttemptAt),
      mergedInto,
      cancelledFor,
    });
    await judgeChannel(tx, ctx, row.channel, result, now);
    return row.channel.id;
  });
}

const attemptOf = (
  { workspaceId, deliveryId }: Ref,
  { durationMs, address, status, error, responseBody }: DeliveryResult,
  now: Date,
) => ({
  workspaceId,
  deliveryId,
  at: new Date(now.getTime() - durationMs),
  durationMs: Math.round(durationMs),
  address,
  status,
  error,
  responseBody,
});

/** The beginning of an incident that could not be told while it lasted is not told after its end. */
async function saidByAnother(
  tx: Db,
  { event, channel }: NonNullable<Awaited<ReturnType<typeof lockPendingDelivery>>>,
): Promise<string | null> {
  const types = endingsOf(event.type);
  if (event.incidentId === null || types.length === 0) return null;
  const ref = { workspaceId: channel.workspaceId, incidentId: event.incidentId };
  return findEnding(tx, ref, { channelId: channel.id, types });
}

/** A reminder that failed is not tried again once the outage is over, or somebody is on it. */
async function outdatedBy(
  tx: Db,
  { event }: NonNullable<Awaited<ReturnType<typeof lockPendingDelivery>>>,
): Promise<CancelReason | null> {
  if (event.incidentId === null || phaseOf(event.type) !== 'notice') return null;
  const incident = await findIncident(tx, event.workspaceId, event.incidentId);
  if (incident?.resolvedAt) return 'over';
  return incident?.acknowledgedAt ? 'acknowledged' : null;
}

/** A channel that wants no more, or has failed for five days, is switched off. */
async function judgeChannel(tx: Db, ctx: Ctx, channel: ChannelRow, result: DeliveryResult, now: Date): Promise<void> {
  const since = await noteChannelFailure(tx, channel.workspaceId, channel.id, now, PAUSE_MS);
  if (!channel.enabled) return;
  if (result.gone !== null) await retireChannel(tx, ctx, channel, result.gone);
  else if (now.getTime() - since.getTime() >= PATIENCE_MS)
    await retireChannel(tx, ctx, channel, 'Every delivery has failed for five days.');
}
