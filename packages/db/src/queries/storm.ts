import type { EventType } from '@alivemcp/contracts';
import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { delivery, event, server } from '../schema/index.ts';
import { deliveriesAbout, type IncidentRef } from './about-incidents.ts';
import { eventOfDelivery } from './outbox.ts';

const instant = (date: Date) => sql`${date.toISOString()}::timestamptz`;

/** Far more than single servers could have in the time that is looked at; a storm of thousands is not counted to its end. */
const LOOKED_AT = 100;

export type Around = { workspaceId: string; type: EventType; serverId: string; from: Date; to: Date };

/** For each question: which other servers of the workspace had this happen to them between two moments; some, where they are many. */
export async function listServersAround(tx: Db, asked: readonly Around[]): Promise<string[][]> {
  if (asked.length === 0) return [];
  const column = (of: (one: Around) => string) => sql`${sql.param(asked.map(of))}`;
  const { rows } = await tx.execute<{ servers: string[] }>(sql`
    select array(select distinct server_id from (
      select server_id from event
      where workspace_id = asked.workspace_id and type = asked.type and at between asked.since and asked.until
        and server_id <> asked.server_id
      limit ${LOOKED_AT}) around) as servers
    from unnest(${column((one) => one.workspaceId)}::text[], ${column((one) => one.type)}::text[],
        ${column((one) => one.serverId)}::text[], ${column((one) => one.from.toISOString())}::timestamptz[],
        ${column((one) => one.to.toISOString())}::timestamptz[])
      with ordinality as asked(workspace_id, type, server_id, since, until, place)
    order by place`);
  return rows.map(({ servers }) => servers);
}

/** When the digest of a workspace is made that what happens now can still become part of; none where none is waited for. */
export async function nextDigests(
  tx: Db,
  workspaceIds: readonly string[],
  from: Date,
  to: Date,
): Promise<Map<string, number>> {
  if (workspaceIds.length === 0) return new Map();
  const { rows } = await tx.execute<{ workspaceId: string; at: string }>(sql`
    select workspace_id as "workspaceId", min(held_until) as at from delivery
    where workspace_id = any(${sql.param(workspaceIds)}::text[]) and state = 'pending' and held_for = 'storm'
      and held_until > ${instant(from)} and held_until <= ${instant(to)}
    group by 1`);
  return new Map(rows.map(({ workspaceId, at }) => [workspaceId, Date.parse(at)]));
}

/** Channels of all workspaces with a digest that is due. */
export async function listDueDigests(db: Db, now: Date): Promise<{ workspaceId: string; channelId: string }[]> {
  return db
    .selectDistinct({ workspaceId: delivery.workspaceId, channelId: delivery.channelId })
    .from(delivery)
    .where(and(eq(delivery.state, 'pending'), eq(delivery.heldFor, 'storm'), lte(delivery.heldUntil, now)));
}

/** Which channels are to be told of these incidents, by events of these types, in a digest that is still to be made. */
export async function listHeldForDigest(
  tx: Db,
  refs: readonly IncidentRef[],
  types: readonly EventType[],
): Promise<{ incidentId: string; channelId: string }[]> {
  if (refs.length === 0) return [];
  const { rows } = await tx.execute<{ incidentId: string; channelId: string }>(sql`
    select ref.incident_id as "incidentId", delivery.channel_id as "channelId" from ${deliveriesAbout(refs, types)}
    where delivery.state = 'pending' and delivery.held_for = 'storm'`);
  return rows;
}

/** What becomes the digest of a channel, oldest first, then by name. The caller holds the lock of the channel. */
export async function listStormed(tx: Db, workspaceId: string, channelId: string, now: Date) {
  return tx
    .select({ id: delivery.id, type: event.type, incidentId: event.incidentId, serverId: server.id, name: server.name })
    .from(delivery)
    .innerJoin(event, eventOfDelivery)
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
