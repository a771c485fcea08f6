import { AppError, type Delivery } from '@alivemcp/contracts';
import { findChannel, findDelivery, restartDelivery, wakeDelivery } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { toDelivery } from './to-delivery.ts';

/**
 * Sends a finished delivery again, the same bytes under the same id, from the foot of the ladder; attempts keep counting.
 * `conflict` while it is on its way, when another delivery says it too, or when its channel is disabled.
 */
export async function replayDelivery(ctx: ServiceContext, scope: Scope, deliveryId: string): Promise<Delivery> {
  const { workspaceId } = scope;
  return ctx.database.transaction(async (tx) => {
    const before = found(await findDelivery(tx, workspaceId, deliveryId), 'delivery');
    const channel = found(await findChannel(tx, workspaceId, before.channelId), 'channel');
    if (before.mergedInto) throw new AppError('conflict', `Delivery ${before.mergedInto} says it too.`);
    if (before.state === 'cancelled')
      throw new AppError('conflict', 'It was cancelled: there is nothing left to tell.');
    if (!channel.enabled) throw new AppError('conflict', 'The channel is disabled: enable it first.');
    const restarted = await restartDelivery(tx, workspaceId, deliveryId, new Date(ctx.clock.now()));
    if (!restarted) throw new AppError('conflict', 'The delivery is on its way already.');
    await wakeDelivery(tx);
    await appendAudit(tx, ctx, scope, { action: 'delivery.replayed', target: deliveryId });
    return toDelivery(found(await findDelivery(tx, workspaceId, deliveryId), 'delivery'));
  });
}
