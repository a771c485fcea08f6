import type { Delivery } from '@alivemcp/contracts';
import type { DeliveryRow } from '@alivemcp/db';
import { isoOrNull } from '../iso-time.ts';

export const toDelivery = (row: DeliveryRow): Delivery => ({
  id: row.id,
  eventId: row.eventId,
  eventType: row.eventType,
  channelId: row.channelId,
  serverId: row.serverId,
  state: row.state,
  attempts: row.attempts,
  nextAttemptAt: isoOrNull(row.nextAttemptAt),
  createdAt: row.createdAt.toISOString(),
  deliveredAt: isoOrNull(row.deliveredAt),
  mergedInto: row.mergedInto,
  heldUntil: isoOrNull(row.heldUntil),
  heldFor: row.heldFor,
  cancelledFor: row.cancelledFor,
});
