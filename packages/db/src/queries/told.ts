import type { EventType } from '@alivemcp/contracts';
import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { delivery } from '../schema/index.ts';

/** What an incident can begin with on a channel. */
export const OPENING: EventType[] = [
  'server.down',
  'server.degraded',
  'latency.breached',
  'incident.opened',
  'incident.escalated',
];

/**
 * For `delivery.event_id = any(…)`: the events of an incident, of these types. They are looked up first, so that no plan begins with
 * all that waits for a channel.
 */
export const eventsOfIncident = (
  workspaceId: string,
  incidentId: string,
  types: readonly EventType[],
): SQL => sql`array(
  select about.id from event about where about.workspace_id = ${workspaceId} and about.incident_id = ${incidentId}
    and about.type = any(${sql.param(types)}::text[]))`;

/** On its way or arrived. */
const isLive = (): SQL | undefined => inArray(delivery.state, ['pending', 'delivered']);

/** Arrived, or on its way without a rule that holds it. */
export const isHeard = (): SQL | undefined =>
  or(eq(delivery.state, 'delivered'), and(eq(delivery.state, 'pending'), isNull(delivery.heldFor)));

/** On its way or arrived, or said by another delivery that is. */
export const isTold = (): SQL | undefined =>
  or(
    isLive(),
    sql`(${delivery.mergedInto} is not null and exists (select from delivery said
      where said.workspace_id = ${delivery.workspaceId} and said.id = ${delivery.mergedInto}
        and said.state in ('pending', 'delivered')))`,
  );

/** Whether a channel was told of the beginning of an incident, or will be. */
export const isBeginningTold = (incidentId: SQL, channelId: SQL): SQL => sql`exists (
  select from event opening
  join delivery told on told.workspace_id = opening.workspace_id and told.event_id = opening.id
  left join delivery said on said.workspace_id = told.workspace_id and said.id = told.merged_into
  where opening.workspace_id = delivery.workspace_id and opening.incident_id = ${incidentId}
    and opening.type = any(${sql.param(OPENING)}::text[]) and told.channel_id = ${channelId}
    and coalesce(said.state, told.state) in ('pending', 'delivered'))`;

/** What a channel knows of the beginning of an incident. */
export type Beginning = {
  channelId: string;
  /** It knows, or will. */
  told: boolean;
  /** It was to be told, and then all of it was cancelled. */
  cancelled: boolean;
  /** Told together with other servers, or waiting for it. */
  inDigest: boolean;
  /** Until when a rule holds all that it will be told; null when something is told already or due. */
  heldUntil: Date | null;
};

/** Of each channel that was to be told of an incident's beginning. */
export async function listBeginnings(tx: Db, workspaceId: string, incidentId: string, now: Date): Promise<Beginning[]> {
  const { rows } = await tx.execute<Omit<Beginning, 'heldUntil'> & { heldUntil: string | null }>(sql`
    select delivery.channel_id as "channelId",
      bool_or(${isTold()}) as told,
      bool_and(delivery.state = 'cancelled') as cancelled,
      bool_or(coalesce((delivery.state = 'pending' and delivery.held_for = 'storm') or digest.type = 'servers.down', false))
        as "inDigest",
      case when not bool_or(delivery.state = 'delivered' or (delivery.state = 'pending' and
          (delivery.held_until is null or delivery.held_until <= ${now.toISOString()}::timestamptz)))
        then min(delivery.held_until) filter (where delivery.state = 'pending') end as "heldUntil"
    from delivery
    left join delivery m on m.workspace_id = delivery.workspace_id and m.id = delivery.merged_into
    left join event digest on digest.workspace_id = m.workspace_id and digest.id = m.event_id
    where delivery.workspace_id = ${workspaceId}
      and delivery.event_id = any(${eventsOfIncident(workspaceId, incidentId, OPENING)})
    group by 1`);
  return rows.map((row) => ({ ...row, heldUntil: row.heldUntil === null ? null : new Date(row.heldUntil) }));
}
