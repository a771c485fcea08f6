import type { DeliveryResult } from '@alivemcp/contracts';
import {
  appendDeliveryAttempt,
  type Db,
  disableChannel,
  loadPendingDelivery,
  notifyLive,
  updateDelivery,
} from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { emitEvent } from '../event/emit-event.ts';

/** Records an attempt and what follows: delivered, due again at `nextAttemptAt` (epoch ms), or given up on null. */
export async function recordAttempt(
  ctx: ServiceContext,
  ref: { workspaceId: string; deliveryId: string },
  result: DeliveryResult,
  nextAttemptAt: number | null,
): Promise<void> {
  const now = new Date(ctx.clock.now());
  await ctx.database.transaction(async (tx) => {
    const row = await loadPendingDelivery(tx, ref.workspaceId, ref.deliveryId);
    if (!row) return;
    await appendDeliveryAttempt(tx, {
      workspaceId: ref.workspaceId,
      deliveryId: ref.deliveryId,
      at: new Date(now.getTime() - result.durationMs),
      durationMs: Math.round(result.durationMs),
      address: result.address,
      status: result.status,
      error: result.error,
      responseBody: result.responseBody,
    });
    const givenUp = nextAttemptAt === null || result.gone;
    await updateDelivery(tx, ref.workspaceId, ref.deliveryId, {
      attempts: row.delivery.attempts + 1,
      leaseUntil: null,
      state: result.ok ? 'delivered' : givenUp ? 'failed' : 'pending',
      deliveredAt: result.ok ? now : null,
      nextAttemptAt: result.ok || givenUp ? null : new Date(nextAttemptAt),
    });
    await notifyLive(tx, [{ workspaceId: ref.workspaceId, event: { type: 'delivery', channelId: row.channel.id } }]);
    if (result.gone) await retireChannel(tx, ctx, row.channel);
  });
}

async function retireChannel(tx: Db, ctx: ServiceContext, channel: { workspaceId: string; id: string; name: string }) {
  const reason = 'The receiver answered 410 Gone.';
  const now = ctx.clock.now();
  await disableChannel(tx, channel.workspaceId, channel.id, reason, new Date(now));
  await emitEvent(tx, ctx, {
    type: 'channel.disabled',
    at: now,
    data: {
      workspaceId: channel.workspaceId,
      server: null,
      sequence: 0,
      dedupKey: `${channel.id}:disabled`,
      summary: `Channel "${channel.name}" was switched off: ${reason}`,
      links: { channel: `${ctx.publicUrl}/api/v1/channels/${channel.id}` },
    },
  });
}
