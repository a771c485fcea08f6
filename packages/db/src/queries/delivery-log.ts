import type { DeliveryState, EventType } from '@alivemcp/contracts';
import { and, asc, desc, eq, gte, isNull, ne } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { delivery, deliveryAttempt, event } from '../schema/index.ts';
import { eventOfDelivery } from './outbox.ts';
import { isBehind, type Slice } from './page.ts';

export type DeliveryRow = typeof delivery.$inferSelect & { eventType: EventType; serverId: string | null };

export async function listDeliveryRows(
  db: Db,
  workspaceId: string,
  filter: { channelId?: string; serverId?: string; state?: DeliveryState; eventType?: EventType; eventId?: string },
  slice: Slice,
): Promise<DeliveryRow[]> {
  const { channelId, serverId, state, eventType, eventId } = filter;
  const rows = await db
    .select({ delivery, eventType: event.type, serverId: event.serverId })
    .from(delivery)
    .innerJoin(event, eventOfDelivery)
    .where(
      and(
        eq(delivery.workspaceId, workspaceId),
        channelId ? eq(delivery.channelId, channelId) : undefined,
        serverId ? eq(event.serverId, serverId) : undefined,
        state ? eq(delivery.state, state) : undefined,
        eventType ? eq(event.type, eventType) : undefined,
        eventId ? eq(delivery.eventId, eventId) : undefined,
        isBehind(delivery.createdAt, delivery.id, slice.after),
      ),
    )
    .orderBy(desc(delivery.createdAt), desc(delivery.id))
    .limit(slice.limit);
  return rows.map(({ delivery: row, ...about }) => ({ ...row, ...about }));
}

/** A delivery with the very bytes that are sent; null when there is none. */
export async function findDelivery(
  db: Db,
  workspaceId: string,
  id: string,
): Promise<(DeliveryRow & { body: string }) | null> {
  const [row] = await db
    .select({ delivery, eventType: event.type, serverId: event.serverId, body: event.body })
    .from(delivery)
    .innerJoin(event, eventOfDelivery)
    .where(and(eq(delivery.workspaceId, workspaceId), eq(delivery.id, id)));
  return row ? { ...row.delivery, eventType: row.eventType, serverId: row.serverId, body: row.body } : null;
}

export async function listDeliveryAttempts(db: Db, workspaceId: string, deliveryId: string) {
  return db
    .select()
    .from(deliveryAttempt)
    .where(and(eq(deliveryAttempt.workspaceId, workspaceId), eq(deliveryAttempt.deliveryId, deliveryId)))
    .orderBy(asc(deliveryAttempt.number));
}

const again = (now: Date) =>
  ({
    state: 'pending',
    attempts: 0,
    nextAttemptAt: now,
    leaseUntil: null,
    deliveredAt: null,
    heldUntil: null,
    heldFor: null,
  }) as const;

/** Puts a delivery at the foot of its ladder again, due now. Returns false when it is on its way already. */
export async function restartDelivery(tx: Db, workspaceId: string, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(delivery)
    .set(again(now))
    .where(and(eq(delivery.workspaceId, workspaceId), eq(delivery.id, id), ne(delivery.state, 'pending')))
    .returning({ id: delivery.id });
  return rows.length > 0;
}

/** The same for all deliveries of a channel that were made since a moment and failed. Returns how many. */
export async function restartFailed(
  tx: Db,
  workspaceId: string,
  channelId: string,
  since: Date,
  now: Date,
): Promise<number> {
  const rows = await tx
    .update(delivery)
    .set(again(now))
    .where(
      and(
        eq(delivery.workspaceId, workspaceId),
        eq(delivery.channelId, channelId),
        eq(delivery.state, 'failed'),
        isNull(delivery.mergedInto),
        gte(delivery.createdAt, since),
      ),
    )
    .returning({ id: delivery.id });
  return rows.length;
}
