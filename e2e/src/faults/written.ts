import type { EventType, IncidentKind, Outcome, ProbeReason, ServerStatus } from '@alivemcp/contracts';
import type { PrivatePostgres } from './private-postgres.ts';

/** Times are epoch ms. */
export type Transition = {
  serverId: string;
  sequence: number;
  from: ServerStatus;
  to: ServerStatus;
  at: number;
  decidedAt: number;
};
export type WrittenIncident = { serverId: string; kind: IncidentKind; openedAt: number; resolvedAt: number | null };
export type WrittenEvent = { id: string; type: EventType; serverId: string; createdAt: number };
export type WrittenProbe = {
  serverId: string;
  region: string;
  scheduledAt: number;
  reason: ProbeReason;
  startedAt: number;
  outcome: Outcome;
  class: string | null;
  suspect: boolean;
};
/** A region's second of the interval for a server. */
export type Place = { serverId: string; region: string; slot: number; intervalS: number };

/** What the product has written down about some servers. */
export type Written = {
  transitions: Transition[];
  incidents: WrittenIncident[];
  events: WrittenEvent[];
  probes: WrittenProbe[];
  places: Place[];
};

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

export async function readWritten({ query }: PrivatePostgres, serverIds: string[], since: number): Promise<Written> {
  const own = 'server_id = any($1)';
  const after = 'to_timestamp($2 / 1000.0)';
  const [transitions, incidents, events, probes, places] = await Promise.all([
    query<Transition>(
      `select server_id as "serverId", sequence, from_status as "from", to_status as "to", ${ms('at')} as at,
         ${ms('decided_at')} as "decidedAt" from transition where ${own} order by server_id, sequence`,
      [serverIds],
    ),
    query<WrittenIncident>(
      `select server_id as "serverId", kind, ${ms('opened_at')} as "openedAt", ${ms('resolved_at')} as "resolvedAt"
       from incident where ${own} and opened_at >= ${after}`,
      [serverIds, since],
    ),
    query<WrittenEvent>(
      `select id, type, server_id as "serverId", ${ms('created_at')} as "createdAt"
       from event where ${own} and created_at >= ${after}`,
      [serverIds, since],
    ),
    query<WrittenProbe>(
      `select server.id as "serverId", region, ${ms('scheduled_at')} as "scheduledAt",
         case reason when 's' then 'scheduled' when 'f' then 'first' when 'm' then 'manual' else 'confirm' end as reason,
         ${ms('started_at')} as "startedAt", outcome, nullif(class, '') as class, suspect
       from probe_result join server on server.number = server_number where server.id = any($1) and scheduled_at >= ${after} - interval '1 minute' order by started_at`,
      [serverIds, since],
    ),
    query<Place>(
      `select server_id as "serverId", region, slot, interval_s as "intervalS" from server_region where ${own}`,
      [serverIds],
    ),
  ]);
  return { transitions, incidents, events, probes, places };
}
