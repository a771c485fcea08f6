import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { channel, delivery, deliveryAttempt, event } from '../schema/index.ts';
import { eventOfDelivery } from './outbox.ts';

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
