import type { EventType } from '@alivemcp/contracts';
import { type SQL, sql } from 'drizzle-orm';

/**
 * That a delivery waits, for a join by its key. As `state = 'pending'` it would offer the index of all that waits, and statistics of
 * calmer times take that for short: minutes, where thousands wait.
 */
export const isPending = (delivery: SQL): SQL => sql`${delivery}.state not in ('delivered', 'failed', 'cancelled')`;

export type IncidentRef = { workspaceId: string; incidentId: string };

/**
 * For a from clause: every `delivery` of the events `about` of incidents `ref`, of these types. They are found event by event, so that
 * no plan begins with all that waits for a channel.
 */
export const deliveriesAbout = (refs: readonly IncidentRef[], types: readonly EventType[]): SQL => sql`
  unnest(${sql.param(refs.map((ref) => ref.workspaceId))}::text[], ${sql.param(refs.map((ref) => ref.incidentId))}::text[])
    as ref(workspace_id, incident_id)
  cross join lateral (select e.id, e.type from event e where e.workspace_id = ref.workspace_id
    and e.incident_id = ref.incident_id and e.type = any(${sql.param(types)}::text[]) offset 0) about
  cross join lateral (select d.* from delivery d where d.workspace_id = ref.workspace_id and d.event_id = about.id
    offset 0) delivery`;
