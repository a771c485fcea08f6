import type { EventType } from '@alivemcp/contracts';
import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { delivery, event, server } from '../schema/index.ts';

const instant = (date: Date) => sql`${date.toISOString()}::timestamptz`;

/** Far more than single servers could have in the time that is looked at; a storm of thousands is not counted to its end each time. */
const LOOKED_AT = 100;

/** Whether at least `count` other servers of a workspace had this happen to them between two moments. */
export async function hadManyServers(
  tx: Db,
  workspaceId: string,
  { type, serverId, from, to, count }: { type: EventType; serverId: string; from: Date; to: Date; count: number },
): Promise<boolean> {
  const { rows } = await tx.execute<{ servers: number }>(sql`
    select count(distinct server_id)::int as servers from (
      select server_id from event
      where workspace_id = ${workspaceId} and type = ${type} and at between ${instant(from)} and ${instant(to)}
        and server_id <> ${serverId}
      limit ${LOOKED_AT}) around`);
  return (rows[0]?.servers ?? 0) >= count;
}

/** When the digest is made that what happens now can still become part of; null when none is waited for. */
export async function nextDigestAt(tx: Db, workspaceId: string, from: Date, to: Date): Promise<Date | null> {
  const { rows } = await tx.execute<{ at: string | null }>(sql`
    select min(held_until) as at from delivery
    where workspace_id = ${workspaceId} and state = 'pending' and held_for = 'storm'
      and held_until > ${instant(from)} and held_until <= ${instant(to)}`);
  const at = rows[0]?.at ?? null;
  return at === null ? null : new Date(at);
}

/** Channels of all workspaces with a digest that is due. */
export async function listDueDigests(db: Db, now: Date): Promise<{ workspaceId: string; channelId: string }[]> {
  return db
    .selectDistinct({ workspaceId: delivery.workspaceId, channelId: delivery.channelId })
    .from(delivery)
    .where(and(eq(delivery.state, 'pending'), eq(delivery.heldFor, 'storm'), lte(delivery.heldUntil, now)));
}

/** What becomes the digest of a channel, oldest first, then by name. The caller holds the lock of the channel. */
export async function listStormed(tx: Db, workspaceId: string, channelId: string, now: Date) {
  return tx
    .select({ id: delivery.id, type: event.type, incidentId: event.incidentId, serverId: server.id, name: server.name })
    .from(delivery)
    .innerJoin(event, and(eq(event.workspaceId, delivery.workspaceId), eq(event.id, delivery.eventId)))
    .leftJoin(server, and(eq(server.workspaceId, event.workspaceId), eq(server.id, event.serverId)))
    .where(
      and(
        eq(delivery.workspaceId, workspaceId),
        eq(delivery.channelId, channelId),
        eq(delivery.state, 'pending'),
        eq(delivery.heldFor, 'storm'),
        lte(delivery.heldUntil, now),
      ),
    )
    .orderBy(asc(event.at), asc(server.name))
    .for('update', { of: delivery });
}
