import type { EventType } from '@alivemcp/contracts';
import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { delivery } from '../schema/index.ts';
import { deliveriesAbout, type IncidentRef } from './about-incidents.ts';

/** What an incident can begin with on a channel. */
export const OPENING: EventType[] = [
  'server.down',
  'server.degraded',
  'latency.breached',
  'incident.opened',
  'incident.escalated',
];

/** On its way or arrived. */
const isLive = (): SQL | undefined => inArray(delivery.state, ['pending', 'delivered']);

/** Arrived, or on its way without a rule that holds it. */
const isHeard = (): SQL | undefined =>
  or(eq(delivery.state, 'delivered'), and(eq(delivery.state, 'pending'), isNull(delivery.heldFor)));

/** Whether a channel was told of the beginning of an incident, or will be. */
export const isBeginningTold = (incidentId: SQL, channelId: SQL): SQL => sql`exists (
  select from event opening
  join delivery told on told.workspace_id = opening.workspace_id and told.event_id = opening.id
  left join delivery said on said.workspace_id = told.workspace_id and said.id = told.merged_into
  where opening.workspace_id = delivery.workspace_id and opening.incident_id = ${incidentId}
    and opening.type = any(${sql.param(OPENING)}::text[]) and told.channel_id = ${channelId}
    and coalesce(said.state, told.state) in ('pending', 'delivered'))`;

/** What a channel knows of the beginning of an incident. */
export type Beginning = IncidentRef & {
  channelId: string;
  /** It knows, or will: it is on its way or arrived, or said by another that is. */
  told: boolean;
  /** In a message of its own. */
  heard: boolean;
  /** It was to be told, and then all of it was cancelled. */
  cancelled: boolean;
  /** Told together with other servers, or waiting for it. */
  inDigest: boolean;
  /** Until when a rule holds all that it will be told; null when something is told already or due. */
  heldUntil: Date | null;
};

/** Of each channel that was to be told of the beginning of these incidents. */
export async function listBeginnings(tx: Db, refs: readonly IncidentRef[], now: Date): Promise<Beginning[]> {
  if (refs.length === 0) return [];
  const { rows } = await tx.execute<Omit<Beginning, 'heldUntil'> & { heldUntil: string | null }>(sql`
    select ref.workspace_id as "workspaceId", ref.incident_id as "incidentId", delivery.channel_id as "channelId",
      bool_or(${isLive()} or coalesce(m.state in ('pending', 'delivered'), false)) as told,
      bool_or(${isHeard()}) as heard,
      bool_and(delivery.state = 'cancelled') as cancelled,
      bool_or(coalesce((delivery.state = 'pending' and delivery.held_for = 'storm') or digest.type = 'servers.down', false))
        as "inDigest",
      case when not bool_or(delivery.state = 'delivered' or (delivery.state = 'pending' and
          (delivery.held_until is null or delivery.held_until <= ${now.toISOString()}::timestamptz)))
        then min(delivery.held_until) filter (where delivery.state = 'pending') end as "heldUntil"
    from ${deliveriesAbout(refs, OPENING)}
    left join delivery m on m.workspace_id = delivery.workspace_id and m.id = delivery.merged_into
    left join event digest on digest.workspace_id = m.workspace_id and digest.id = m.event_id
    group by 1, 2, 3`);
  return rows.map((row) => ({ ...row, heldUntil: row.heldUntil === null ? null : new Date(row.heldUntil) }));
}
