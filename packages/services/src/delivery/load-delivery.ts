import type { ChannelSettings, DeliveryJob } from '@alivemcp/contracts';
import { type ChannelRow, loadPendingDelivery } from '@alivemcp/db';
import { openSettings } from '../channel/channel-settings.ts';
import { channelSecretContext } from '../channel/secret-context.ts';
import { unsubscribeUrl } from '../channel/unsubscribe-url.ts';
import type { ServiceContext } from '../context.ts';
import { withAlertLinks } from '../rules/with-alert-links.ts';

/** What is left of a lease when its sender begins is at least this: longer than sending takes. */
const MIN_LEASE_MS = 30_000;

export type OutgoingDelivery = {
  channelId: string;
  channel: ChannelSettings;
  /** `webhook-id`: the same on every attempt. */
  eventId: string;
  /** To a program the very bytes that are stored; to people with links that need no sign-in. */
  body: string;
  /** Of a webhook: the present secret first; a second one while a rotation overlaps. */
  secrets: string[];
  /** Of a mail. */
  unsubscribeUrl: string | null;
  attempts: number;
};

/**
 * Everything a sender needs, secrets opened. Null when there is nothing to do: the delivery is gone, no longer pending or at
 * another attempt, or its lease is as good as over and another job will take it.
 */
export async function loadDelivery(
  ctx: Pick<ServiceContext, 'database' | 'sealer' | 'clock' | 'publicUrl'>,
  { workspaceId, deliveryId, attempt }: DeliveryJob,
): Promise<OutgoingDelivery | null> {
  const row = await loadPendingDelivery(ctx.database.db, workspaceId, deliveryId);
  if (!row || row.delivery.attempts + 1 !== attempt) return null;
  const leaseUntil = row.delivery.leaseUntil?.getTime() ?? 0;
  if (leaseUntil < ctx.clock.now() + MIN_LEASE_MS) return null;
  const { channel, delivery, event } = row;
  const isForPrograms = channel.type === 'webhook' && channel.template === null;
  return {
    channelId: channel.id,
    channel: openSettings(ctx, channel),
    eventId: event.id,
    body: isForPrograms ? event.body : withAlertLinks(ctx, event.body),
    secrets: secretsOf(ctx, channel),
    unsubscribeUrl: channel.type === 'email' ? unsubscribeUrl(ctx, { workspaceId, channelId: channel.id }) : null,
    attempts: delivery.attempts,
  };
}

function secretsOf(ctx: Pick<ServiceContext, 'sealer' | 'clock'>, channel: ChannelRow): string[] {
  const { workspaceId, id, secretSealed, previousSecretSealed, previousSecretUntil } = channel;
  const overlaps = previousSecretUntil !== null && previousSecretUntil.getTime() > ctx.clock.now();
  const sealed = [secretSealed, overlaps ? previousSecretSealed : null].filter((secret) => secret !== null);
  return sealed.map((secret) => ctx.sealer.open(secret, channelSecretContext(workspaceId, id)));
}
