import { loadPendingDelivery } from '@alivemcp/db';
import { channelSecretContext } from '../channel/secret-context.ts';
import type { ServiceContext } from '../context.ts';

export type OutgoingDelivery = {
  url: string;
  /** `webhook-id`: the same on every attempt and every channel. */
  eventId: string;
  body: string;
  /** The present secret first; a second one while a rotation overlaps. */
  secrets: string[];
  attempts: number;
};

/** Everything a sender needs, secrets opened; null when the delivery is gone or no longer pending. */
export async function loadDelivery(
  ctx: Pick<ServiceContext, 'database' | 'sealer' | 'clock'>,
  ref: { workspaceId: string; deliveryId: string },
): Promise<OutgoingDelivery | null> {
  const row = await loadPendingDelivery(ctx.database.db, ref.workspaceId, ref.deliveryId);
  if (!row) return null;
  const { channel, delivery, event } = row;
  const context = channelSecretContext(channel.workspaceId, channel.id);
  const secrets = [ctx.sealer.open(channel.secretSealed, context)];
  const overlaps = channel.previousSecretUntil !== null && channel.previousSecretUntil.getTime() > ctx.clock.now();
  if (channel.previousSecretSealed && overlaps) secrets.push(ctx.sealer.open(channel.previousSecretSealed, context));
  return { url: channel.url, eventId: event.id, body: event.body, secrets, attempts: delivery.attempts };
}
