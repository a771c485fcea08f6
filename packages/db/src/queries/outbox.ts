import type { CancelReason, ChannelType, EventType } from '@alivemcp/contracts';
import {
  and,
  arrayContains,
  eq,
  exists,
  gt,
  inArray,
  isNull,
  lte,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Db } from '../database.ts';
import { channel, delivery, deliveryAttempt, event } from '../schema/index.ts';
import { isBeginningTold, isHeard, isTold, OPENING } from './told.ts';

const eventOfDelivery = and(eq(event.workspaceId, delivery.workspaceId), eq(event.id, delivery.eventId));

export async function insertEvent(tx: Db, row: typeof event.$inferInsert): Promise<void> {
  await tx.insert(event).values(row);
}

/**
 * Which channels an event goes to; `told` are those that heard of the beginning of an incident, or still will; `heard` those of
 * them that got it in a message of its own, whatever events they want.
 */
export type Audience =
  | { kind: 'subscribed' }
  | { kind: 'channel'; channelId: string }
  | { kind: 'told' | 'heard'; incidentId: string };

export type Listener = { id: string; type: ChannelType };

/** The enabled channels of an audience. */
export async function listAudience(
  tx: Db,
  workspaceId: string,
  type: EventType,
  audience: Audience,
): Promise<Listener[]> {
  return tx
    .select({ id: channel.id, type: channel.type })
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

/** Makes deliveries that are due at once; engines are woken at commit. */
export async function insertDeliveries(tx: Db, rows: (typeof delivery.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.insert(delivery).values(rows);
  await wakeDelivery(tx);
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
        eq(event.incidentId, about.incidentId),
        inArray(event.type, about.types),
      ),
    )
    .for('update', { of: delivery, skipLocked: true });
}

/** Gives a delivery up because another says it too. */
export async function mergeDelivery(tx: Db, workspaceId: string, id: string, into: string): Promise<void> {
  await updateDelivery(tx, workspaceId, id, {
    state: 'failed',
    mergedInto: into,
    nextAttemptAt: null,
    leaseUntil: null,
  });
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
    .innerJoin(event, eventOfDelivery)
    .where(
      and(
        eq(delivery.workspaceId, workspaceId),
        eq(delivery.channelId, about.channelId),
        inArray(delivery.state, ['pending', 'delivered']),
        eq(event.incidentId, about.incidentId),
        inArray(event.type, about.types),
      ),
    )
    .limit(1);
  return row?.id ?? null;
}

/**
 * Gives up what is not worth telling any more and waits for its first attempt, or for another one: deliveries of these types about an
 * incident. With `held` only those that a rule still holds and nobody tried; all but those to `except`.
 */
export async function cancelDeliveries(
  tx: Db,
  workspaceId: string,
  about: {
    incidentId: string;
    types: readonly EventType[];
    reason: CancelReason;
    now: Date;
    held?: 'after' | 'any' | 'untried';
    except?: readonly string[];
  },
): Promise<void> {
  const events = tx
    .select({ id: event.id })
    .from(event)
    .where(
      and(
        eq(event.workspaceId, workspaceId),
        eq(event.incidentId, about.incidentId),
        inArray(event.type, [...about.types]),
      ),
    );
  await tx
    .update(delivery)
    .set({ ...CANCELLED, cancelledFor: about.reason })
    .where(
      and(
        eq(delivery.workspaceId, workspaceId),
        eq(delivery.state, 'pending'),
        or(isNull(delivery.leaseUntil), lte(delivery.leaseUntil, about.now)),
        inArray(delivery.eventId, events),
        about.held && eq(delivery.attempts, 0),
        about.held === 'after' || about.held === 'any' ? gt(delivery.heldUntil, about.now) : undefined,
        about.held === 'after' ? eq(delivery.heldFor, 'after') : undefined,
        about.held === 'any' ? ne(delivery.heldFor, 'storm') : undefined,
        about.except?.length ? notInArray(delivery.channelId, [...about.except]) : undefined,
      ),
    );
}

/** Gives up what a rule holds of a server and nobody tried, but for the end of what stays told. */
export async function cancelHeld(tx: Db, workspaceId: string, serverId: string, now: Date): Promise<void> {
  const cancel = (which: SQL) =>
    tx.execute(sql`
      update delivery set state = 'cancelled', cancelled_for = 'muted', next_attempt_at = null, lease_until = null
      from event e
      where delivery.workspace_id = ${workspaceId} and e.workspace_id = delivery.workspace_id and e.id = delivery.event_id
        and e.server_id = ${serverId} and delivery.state = 'pending' and delivery.attempts = 0
        and delivery.held_until > ${now.toISOString()}::timestamptz and ${which}`);
  const isEnd = sql`e.type in ('server.recovered', 'incident.resolved')`;
  await cancel(sql`not ${isEnd}`);
  await cancel(sql`${isEnd} and not ${isBeginningTold(sql`e.incident_id`, sql`delivery.channel_id`)}`);
}

const CANCELLED = { state: 'cancelled', nextAttemptAt: null, leaseUntil: null } as const;

export async function wakeDelivery(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_notify('delivery', '')`);
}

export type Claimed = { workspaceId: string; deliveryId: string; attempts: number };
const CLAIMED = sql`delivery.workspace_id as "workspaceId", delivery.id as "deliveryId", delivery.attempts`;

/**
 * Lets this one commit not wait for the disk. Should PostgreSQL itself crash in the next moment, a lease or a "delivered" is
 * forgotten and the message is sent again under its id, which is what "at least once" allows.
 */
const RELAXED = sql`set_config('synchronous_commit', 'off', true) as relaxed`;

/**
 * Leases deliveries that are due, oldest first; a lease that ran out is due again: its sender died. No channel has more under
 * way than `atOnce`, and one that fails has one, so that a receiver that hangs holds up nobody but itself. Channels are found
 * by skipping from one to the next in the index, whatever the number of deliveries that wait.
 */
export async function claimDueDeliveries(
  tx: Db,
  { now, leaseUntil, limit, atOnce }: { now: Date; leaseUntil: Date; limit: number; atOnce: number },
): Promise<Claimed[]> {
  const { rows } = await tx.execute<Claimed>(sql`
    with recursive waiting as (
      (select workspace_id, channel_id from delivery where state = 'pending' order by workspace_id, channel_id limit 1)
      union all
      select next.workspace_id, next.channel_id from waiting w cross join lateral (
        select d.workspace_id, d.channel_id from delivery d
        where d.state = 'pending' and (d.workspace_id, d.channel_id) > (w.workspace_id, w.channel_id)
        order by d.workspace_id, d.channel_id limit 1) next
    ), room as (
      select w.workspace_id, w.channel_id, case when c.failing_since is null then ${atOnce}::int else 1 end - (
        select count(*)::int from delivery l where l.workspace_id = w.workspace_id and l.channel_id = w.channel_id
          and l.state = 'pending' and l.lease_until > ${now.toISOString()}::timestamptz) as free
      from waiting w join channel c on c.workspace_id = w.workspace_id and c.id = w.channel_id
      where c.enabled
    ), chosen as (
      select due.workspace_id, due.id from room cross join lateral (
        select d.workspace_id, d.id, d.next_attempt_at from delivery d
        where d.workspace_id = room.workspace_id and d.channel_id = room.channel_id and d.state = 'pending'
          and d.next_attempt_at <= ${now.toISOString()}::timestamptz
          and (d.lease_until is null or d.lease_until <= ${now.toISOString()}::timestamptz)
        order by d.next_attempt_at, d.id limit greatest(room.free, 0) for update skip locked) due
      order by due.next_attempt_at, due.id limit ${limit}
    )
    update delivery set lease_until = ${leaseUntil.toISOString()}::timestamptz from chosen
    where delivery.workspace_id = chosen.workspace_id and delivery.id = chosen.id
    returning ${CLAIMED}, ${RELAXED}`);
  return rows;
}

/** Leases what is due to one channel, oldest first, for a sender that is at it already. */
export async function claimForChannel(
  tx: Db,
  ref: { workspaceId: string; channelId: string },
  { now, leaseUntil, limit }: { now: Date; leaseUntil: Date; limit: number },
): Promise<Claimed[]> {
  const { rows } = await tx.execute<Claimed>(sql`
    with chosen as (
      select workspace_id, id from delivery
      where workspace_id = ${ref.workspaceId} and channel_id = ${ref.channelId} and state = 'pending'
        and next_attempt_at <= ${now.toISOString()}::timestamptz
        and (lease_until is null or lease_until <= ${now.toISOString()}::timestamptz)
      order by next_attempt_at, id limit ${limit} for update skip locked
    )
    update delivery set lease_until = ${leaseUntil.toISOString()}::timestamptz from chosen
    where delivery.workspace_id = chosen.workspace_id and delivery.id = chosen.id
    returning ${CLAIMED}, ${RELAXED}`);
  return rows;
}

/** Gives leases back of which no use was made. */
export async function releaseDeliveries(tx: Db, workspaceId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(delivery)
    .set({ leaseUntil: null })
    .where(and(eq(delivery.workspaceId, workspaceId), inArray(delivery.id, ids), eq(delivery.state, 'pending')));
}

/** Everything a sender needs; null when it is gone or no longer pending. */
export async function loadPendingDelivery(db: Db, workspaceId: string, deliveryId: string) {
  const [row] = await pendingDelivery(db, workspaceId, deliveryId);
  return row ?? null;
}

/** The same under its lock: of two who made an attempt each waits for the other. */
export async function lockPendingDelivery(tx: Db, workspaceId: string, deliveryId: string) {
  const [row] = await pendingDelivery(tx, workspaceId, deliveryId).for('update', { of: delivery });
  return row ?? null;
}

const pendingDelivery = (db: Db, workspaceId: string, deliveryId: string) =>
  db
    .select({ delivery, event, channel })
    .from(delivery)
    .innerJoin(event, eventOfDelivery)
    .innerJoin(channel, and(eq(channel.workspaceId, delivery.workspaceId), eq(channel.id, delivery.channelId)))
    .where(and(eq(delivery.workspaceId, workspaceId), eq(delivery.id, deliveryId), eq(delivery.state, 'pending')));

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

type Attempt = Omit<typeof deliveryAttempt.$inferInsert, 'number'>;

/**
 * Marks a delivery as delivered and adds the attempt, all in one statement, because nothing is done as often. Returns the
 * channel and since when it had failed; null when the delivery was not pending any more.
 */
export async function settleDelivered(
  db: Db,
  { workspaceId, deliveryId, ...attempt }: Attempt,
  now: Date,
): Promise<{ channelId: string; wasFailing: boolean } | null> {
  const { rows } = await db.execute<{ channelId: string; wasFailing: boolean }>(sql`
    with settled as (
      update delivery set state = 'delivered', attempts = attempts + 1, delivered_at = ${now.toISOString()}::timestamptz,
        next_attempt_at = null, lease_until = null
      where workspace_id = ${workspaceId} and id = ${deliveryId} and state = 'pending'
      returning workspace_id, id, channel_id
    ), logged as (
      insert into delivery_attempt (workspace_id, delivery_id, number, at, duration_ms, address, status, response_body)
      select workspace_id, id, (select coalesce(max(number), 0) + 1 from delivery_attempt a
          where a.workspace_id = settled.workspace_id and a.delivery_id = settled.id),
        ${attempt.at.toISOString()}::timestamptz, ${attempt.durationMs}::int, ${attempt.address}::text,
        ${attempt.status}::int, ${attempt.responseBody}::text
      from settled
    )
    select settled.channel_id as "channelId", c.failing_since is not null as "wasFailing", ${RELAXED} from settled
      join channel c on c.workspace_id = settled.workspace_id and c.id = settled.channel_id`);
  return rows[0] ?? null;
}

/** Adds an attempt under the next number; numbers go on when a delivery is replayed. */
export async function appendDeliveryAttempt(tx: Db, attempt: Attempt): Promise<void> {
  const number = sql<number>`(select coalesce(max(${deliveryAttempt.number}), 0) + 1 from ${deliveryAttempt}
    where ${deliveryAttempt.workspaceId} = ${attempt.workspaceId} and ${deliveryAttempt.deliveryId} = ${attempt.deliveryId})`;
  await tx.insert(deliveryAttempt).values({ ...attempt, number });
}

/** Gives up what is on its way to a channel. It can be replayed. */
export async function giveUpDeliveries(tx: Db, workspaceId: string, channelId: string): Promise<void> {
  await tx
    .update(delivery)
    .set({ state: 'failed', nextAttemptAt: null, leaseUntil: null })
    .where(
      and(eq(delivery.workspaceId, workspaceId), eq(delivery.channelId, channelId), eq(delivery.state, 'pending')),
    );
}
