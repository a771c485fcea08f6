import { type ChannelRow, type Db, giveUpDeliveries, updateChannelRow } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { emitEvent } from '../event/emit-event.ts';

/** Switches a channel off for a reason that is not its owner's wish, and tells the other channels. */
export async function retireChannel(
  tx: Db,
  ctx: Pick<ServiceContext, 'clock' | 'publicUrl'>,
  { workspaceId, id, name }: Pick<ChannelRow, 'workspaceId' | 'id' | 'name'>,
  reason: string,
): Promise<void> {
  const now = ctx.clock.now();
  await updateChannelRow(tx, workspaceId, id, { enabled: false, disabledReason: reason, updatedAt: new Date(now) });
  await giveUpDeliveries(tx, workspaceId, id);
  await emitEvent(tx, ctx, {
    type: 'channel.disabled',
    at: now,
    data: {
      workspaceId,
      server: null,
      sequence: 0,
      dedupKey: `${id}:disabled`,
      summary: `Channel "${name}" was switched off: ${reason}`,
      links: { channel: `${ctx.publicUrl}/api/v1/channels/${id}` },
    },
  });
}
