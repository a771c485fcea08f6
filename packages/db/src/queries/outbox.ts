import type { ChannelType, EventType } from '@alivemcp/contracts';
import { and, arrayContains, eq, exists, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { channel, delivery, event } from '../schema/index.ts';
import { liveMessage } from './live.ts';
import { eventsOfIncident, isHeard, isTold, OPENING } from './told.ts';

export const eventOfDelivery = and(eq(event.workspaceId, delivery.workspaceId), eq(event.id, delivery.eventId));

/** Stores an event with its deliveries in one round trip. At commit engines are woken, and browsers look again. */
export async function insertEvent(
  tx: Db,
  row: typeof event.$inferInsert,
  deliveries: (typeof delivery.$inferInsert)[],
): Promise<void> {
  const stored = sql`with stored as ${tx.insert(event).values(row)}`;
  const live = liveMessage({
    workspaceId: row.workspaceId,
    event: { type: 'changed', serverId: row.serverId ?? null },
  });
  if (deliveries.length === 0) await tx.execute(sql`${stored} select ${live}`);
  else await tx.execute(sql`${stored}, told as ${tx.insert(delivery).values(deliveries)} select ${live}, ${WAKE}`);
}

/**
 * Which channels an event goes to; `told` are those that heard of the beginning of an incident, or still will; `heard` those of
 * them that got it in a message of its own, whatever events they want.
 */
export type Audience =
  | { kind: 'subscribed' }
  | { kind: 'channel'; channelId: string }
  | { kind: 'told' | 'heard'; incidentId: string };

/** `events`: null for all. */
export type Listener = { id: string; type: ChannelType; events: EventType[] | null };

/** The enabled channels of an audience. */
export async function listAudience(
  tx: Db,
  workspaceId: string,
  type: EventType,
  audience: Audience,
): Promise<Listener[]> {
  return tx
    .select({ id: channel.id, type: channel.type, events: channel.events })
    .from(channel)
    .where(and(eq(channel.workspaceId, workspaceId), eq(channel.enabled, true), inAudience(tx, type, audience)));
}

function inAudience(tx: Db, type: EventType, audience: Audience) {
  if (audience.kind === 'channel') return eq(channel.id, audience.channelId);
  const subscribed = or(isNull(channel.events), arrayContains(channel.events, [type]));
  if (audience.kind === 'subscribed') return subscribed;
  const told = tx
    .select({ one: sql`1` })
    .from(delivery)
    .innerJoin(event, eventOfDelivery)
    .where(
      and(
        eq(delivery.workspaceId, channel.workspaceId),
        eq(delivery.channelId, channel.id),
        audience.kind === 'heard' ? isHeard() : isTold(),
        eq(event.incidentId, audience.incidentId),
        inArray(event.type, OPENING),
      ),
    );
  return audience.kind === 'heard' ? exists(told) : and(subscribed, exists(told));
}

/** Deliveries about an incident that wait, and not for a digest: nobody is sending them right now. Locked. */
export async function lockUndelivered(
  tx: Db,
  workspaceId: string,
  about: { incidentId: string; types: EventType[]; channelIds: string[]; now: Date },
): Promise<{ id: string; channelId: string; type: EventType }[]> {
  if (about.channelIds.length === 0) return [];
  return tx
    .select({ id: delivery.id, channelId: delivery.channelId, type: event.type })
    .from(delivery)
    .innerJoin(event, eventOfDelivery)
    .where(
      and(
        eq(delivery.workspaceId, workspaceId),
        eq(delivery.state, 'pending'),
        or(isNull(delivery.leaseUntil), lte(delivery.leaseUntil, about.now)),
        sql`${delivery.heldFor} is distinct from 'storm'`,
        inArray(delivery.channelId, about.channelIds),
        sql`${delivery.eventId} = any(${eventsOfIncident(workspaceId, about.incidentId, about.types)})`,
      ),
    )
    .for('update', { of: delivery, skipLocked: true });
}

/** Gives deliveries up because another one says it too. */
export async function mergeDeliveries(tx: Db, workspaceId: string, ids: string[], into: string): Promise<void> {
  await tx
    .update(delivery)
    .set({ state: 'failed', mergedInto: into, nextAttemptAt: null, leaseUntil: null })
    .where(and(eq(delivery.workspaceId, workspaceId), inArray(delivery.id, ids)));
}

/** The delivery to the same channel that tells of the end of an incident; null when there is none. */
export async function findEnding(
  db: Db,
  workspaceId: string,
  about: { channelId: string; incidentId: string; types: EventType[] },
): Promise<string | null> {
  const [row] = await db
    .select({ id: delivery.id })
    .from(delivery)
    .where(
      and(
        eq(delivery.workspaceId, workspaceId),
        eq(delivery.channelId, about.channelId),
        inArray(delivery.state, ['pending', 'delivered']),
        sql`${delivery.eventId} = any(${eventsOfIncident(workspaceId, about.incidentId, about.types)})`,
      ),
    )
    .limit(1);
  return row?.id ?? null;
}

const WAKE = sql`pg_notify('delivery', '')`;

export async function wakeDelivery(tx: Db): Promise<void> {
  await tx.execute(sql`select ${WAKE}`);
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
