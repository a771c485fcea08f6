import type { EventType } from '@alivemcp/contracts';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { channel, delivery, event } from '../schema/index.ts';
import { deliveriesAbout, type IncidentRef, isPending } from './about-incidents.ts';
import { notifyLive } from './live.ts';

export const eventOfDelivery = and(eq(event.workspaceId, delivery.workspaceId), eq(event.id, delivery.eventId));

type EventRow = typeof event.$inferInsert;
type DeliveryRow = typeof delivery.$inferInsert;

/** A statement takes 65,535 values. */
const DELIVERIES_AT_ONCE = 2_000;

/** Stores events and their deliveries. At commit engines are woken, and browsers look again. */
export async function insertEvents(tx: Db, events: EventRow[], deliveries: DeliveryRow[]): Promise<void> {
  if (events.length === 0) return;
  await tx.insert(event).values(events);
  for (let from = 0; from < deliveries.length; from += DELIVERIES_AT_ONCE)
    await tx.insert(delivery).values(deliveries.slice(from, from + DELIVERIES_AT_ONCE));
  const isDue = deliveries.some(({ nextAttemptAt }) => nextAttemptAt !== null);
  if (isDue) await wakeDelivery(tx);
  await notifyLive(
    tx,
    events.map(({ workspaceId, serverId = null }) => ({ workspaceId, event: { type: 'changed', serverId } })),
  );
}

/**
 * Which channels an event goes to; `told` are those that heard of the beginning of its incident, or still will; `heard` those of
 * them that got it in a message of its own, whatever events they want.
 */
export type Audience = { kind: 'subscribed' | 'told' | 'heard' } | { kind: 'channel'; channelId: string };

/** `events`: null for all. */
export type Listener = Pick<typeof channel.$inferSelect, 'workspaceId' | 'id' | 'type' | 'events' | 'enabled'>;

/** The channels of workspaces, switched on or not. */
export async function listListeners(tx: Db, workspaceIds: readonly string[]): Promise<Listener[]> {
  return tx
    .select({
      workspaceId: channel.workspaceId,
      id: channel.id,
      type: channel.type,
      events: channel.events,
      enabled: channel.enabled,
    })
    .from(channel)
    .where(inArray(channel.workspaceId, [...workspaceIds]));
}

export type Undelivered = IncidentRef & { id: string; channelId: string; type: EventType };

/** Deliveries about incidents that wait, and not for a digest: nobody is sending them right now. Locked. */
export async function lockUndelivered(
  tx: Db,
  refs: readonly IncidentRef[],
  types: readonly EventType[],
  now: Date,
): Promise<Undelivered[]> {
  if (refs.length === 0) return [];
  const { rows } = await tx.execute<Undelivered>(sql`
    with found as materialized (
      select delivery.workspace_id, delivery.id, about.type, ref.incident_id from ${deliveriesAbout(refs, types)}
      where delivery.state = 'pending')
    select waiting.workspace_id as "workspaceId", found.incident_id as "incidentId", waiting.id,
      waiting.channel_id as "channelId", found.type
    from found join delivery waiting on waiting.workspace_id = found.workspace_id and waiting.id = found.id
    where ${isPending(sql`waiting`)} and (waiting.lease_until is null or waiting.lease_until <= ${now.toISOString()}::timestamptz)
      and waiting.held_for is distinct from 'storm'
    for update of waiting skip locked`);
  return rows;
}

/** Gives deliveries up because others, of the same workspace, say it too. */
export async function mergeDeliveries(
  tx: Db,
  merges: readonly { workspaceId: string; id: string; into: string }[],
): Promise<void> {
  if (merges.length === 0) return;
  const column = (of: (merge: (typeof merges)[number]) => string) => sql`${sql.param(merges.map(of))}::text[]`;
  await tx.execute(sql`
    update delivery set state = 'failed', merged_into = merge.said_by, next_attempt_at = null, lease_until = null
    from unnest(${column((merge) => merge.workspaceId)}, ${column((merge) => merge.id)}, ${column((merge) => merge.into)})
      as merge(workspace_id, id, said_by)
    where delivery.workspace_id = merge.workspace_id and delivery.id = merge.id`);
}

/** The delivery to the same channel that tells of the end of an incident, of the first of these types there is; null for none. */
export async function findEnding(
  db: Db,
  ref: IncidentRef,
  { channelId, types }: { channelId: string; types: readonly EventType[] },
): Promise<string | null> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select delivery.id from ${deliveriesAbout([ref], types)}
    where delivery.channel_id = ${channelId} and delivery.state in ('pending', 'delivered')
    order by array_position(${sql.param(types)}::text[], about.type) limit 1`);
  return rows[0]?.id ?? null;
}

export async function wakeDelivery(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_notify('delivery', '')`);
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
