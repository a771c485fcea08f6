import type { EventType } from '@alivemcp/contracts';
import { and, arrayContains, eq, exists, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { channel, delivery, deliveryAttempt, event } from '../schema/index.ts';

export async function insertEvent(tx: Db, row: typeof event.$inferInsert): Promise<void> {
  await tx.insert(event).values(row);
}

/** Which channels an event goes to. */
export type Audience =
  | { kind: 'subscribed' }
  | { kind: 'channel'; channelId: string }
  | { kind: 'told'; incidentId: string };

/** Makes one delivery for each enabled channel of the audience, due at once; engines are woken at commit. */
export async function insertDeliveries(
  tx: Db,
  workspaceId: string,
  event: { eventId: string; type: EventType; audience: Audience; now: number; newId: () => string },
): Promise<void> {
  const channels = await tx
    .select({ id: channel.id })
    .from(channel)
    .where(and(eq(channel.workspaceId, workspaceId), eq(channel.enabled, true), inAudience(tx, workspaceId, event)));
  if (channels.length === 0) return;
  const createdAt = new Date(event.now);
  await tx.insert(delivery).values(
    channels.map(({ id }) => ({
      workspaceId,
      id: event.newId(),
      eventId: event.eventId,
      channelId: id,
      createdAt,
      nextAttemptAt: createdAt,
    })),
  );
  await wakeDelivery(tx);
}

function inAudience(tx: Db, workspaceId: string, { audience, type }: { audience: Audience; type: EventType }) {
  if (audience.kind === 'channel') return eq(channel.id, audience.channelId);
  const subscribed = or(isNull(channel.events), arrayContains(channel.events, [type]));
  if (audience.kind === 'subscribed') return subscribed;
  const told = tx
    .select({ one: sql`1` })
    .from(delivery)
    .innerJoin(event, and(eq(event.workspaceId, delivery.workspaceId), eq(event.id, delivery.eventId)))
    .where(
      and(
        eq(delivery.workspaceId, workspaceId),
        eq(delivery.channelId, channel.id),
        eq(event.incidentId, audience.incidentId),
      ),
    );
  return and(subscribed, exists(told));
}

export async function wakeDelivery(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_notify('delivery', '')`);
}

/** Leases deliveries that are due, oldest first. A lease that ran out is due again: its sender died. */
export async function claimDueDeliveries(tx: Db, now: Date, leaseUntil: Date, limit: number) {
  const due = tx
    .select({ id: delivery.id })
    .from(delivery)
    .where(
      and(
        eq(delivery.state, 'pending'),
        lte(delivery.nextAttemptAt, now),
        or(isNull(delivery.leaseUntil), lte(delivery.leaseUntil, now)),
      ),
    )
    .orderBy(delivery.nextAttemptAt)
    .limit(limit)
    .for('update', { skipLocked: true });
  return tx
    .update(delivery)
    .set({ leaseUntil })
    .where(inArray(delivery.id, due))
    .returning({ workspaceId: delivery.workspaceId, deliveryId: delivery.id, attempts: delivery.attempts });
}

/** Everything a sender needs; null when it is gone or no longer pending. */
export async function loadPendingDelivery(db: Db, workspaceId: string, deliveryId: string) {
  const [row] = await db
    .select({ delivery, event, channel })
    .from(delivery)
    .innerJoin(event, and(eq(event.workspaceId, delivery.workspaceId), eq(event.id, delivery.eventId)))
    .innerJoin(channel, and(eq(channel.workspaceId, delivery.workspaceId), eq(channel.id, delivery.channelId)))
    .where(and(eq(delivery.workspaceId, workspaceId), eq(delivery.id, deliveryId), eq(delivery.state, 'pending')));
  return row ?? null;
}

export async function updateDelivery(
  tx: Db,
  workspaceId: string,
  deliveryId: string,
  patch: Partial<typeof delivery.$inferInsert>,
): Promise<void> {
  await tx
    .update(delivery)
    .set(patch)
    .where(and(eq(delivery.workspaceId, workspaceId), eq(delivery.id, deliveryId)));
}

/** Adds an attempt under the next number; numbers go on when a delivery is replayed. */
export async function appendDeliveryAttempt(
  tx: Db,
  attempt: Omit<typeof deliveryAttempt.$inferInsert, 'number'>,
): Promise<void> {
  const number = sql<number>`(select coalesce(max(${deliveryAttempt.number}), 0) + 1 from ${deliveryAttempt}
    where ${deliveryAttempt.workspaceId} = ${attempt.workspaceId} and ${deliveryAttempt.deliveryId} = ${attempt.deliveryId})`;
  await tx.insert(deliveryAttempt).values({ ...attempt, number });
}

/** Switches a channel off and gives up what is still on its way to it. */
export async function disableChannel(
  tx: Db,
  workspaceId: string,
  channelId: string,
  reason: string,
  now: Date,
): Promise<void> {
  await tx
    .update(channel)
    .set({ enabled: false, disabledReason: reason, updatedAt: now })
    .where(and(eq(channel.workspaceId, workspaceId), eq(channel.id, channelId)));
  await tx
    .update(delivery)
    .set({ state: 'failed', nextAttemptAt: null, leaseUntil: null })
    .where(
      and(eq(delivery.workspaceId, workspaceId), eq(delivery.channelId, channelId), eq(delivery.state, 'pending')),
    );
}
