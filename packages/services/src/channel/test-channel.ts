import { AppError, type Delivery } from '@alivemcp/contracts';
import { findChannel, listDeliveryRows } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { toDelivery } from '../delivery/to-delivery.ts';
import { emitEvent } from '../event/emit-event.ts';
import { found } from '../not-found.ts';

/** Sends a `channel.test` event to this channel and no other. A disabled channel gets nothing (`conflict`). */
export async function testChannel(ctx: ServiceContext, scope: Scope, channelId: string): Promise<Delivery> {
  const { workspaceId } = scope;
  return ctx.database.transaction(async (tx) => {
    const channel = found(await findChannel(tx, workspaceId, channelId), 'channel');
    if (!channel.enabled) throw new AppError('conflict', 'The channel is disabled: enable it first.');
    const data = {
      workspaceId,
      server: null,
      sequence: 0,
      dedupKey: channelId,
      summary: 'A test: this channel works.',
      links: { channel: `${ctx.publicUrl}/api/v1/channels/${channelId}` },
    };
    const event = { type: 'channel.test', at: ctx.clock.now(), data } as const;
    const eventId = await emitEvent(tx, ctx, event, { kind: 'channel', channelId });
    await appendAudit(tx, ctx, scope, { action: 'channel.tested', target: channelId });
    const [delivery] = await listDeliveryRows(tx, workspaceId, { eventId }, { after: null, limit: 1 });
    return toDelivery(found(delivery, 'delivery'));
  });
}
