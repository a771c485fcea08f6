import type { EventData } from '@alivemcp/contracts';
import type { IncidentRow, ServerWithState } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { incidentFacts, serverEventData } from '../event/server-event.ts';

/** Of an update's text this much rides in an event; the rest is behind the link. Keeps the event under its limit. */
const MAX_SUMMARY = 1_000;

/** The data of `incident.*` events that people cause. `said` is the update they wrote. */
export function incidentEventData(
  ctx: Pick<ServiceContext, 'publicUrl'>,
  { server, state }: ServerWithState,
  incident: IncidentRow,
  said: string | null = null,
): EventData {
  const text = said ?? incident.summary ?? incident.title;
  return serverEventData(ctx, server, {
    sequence: state.sequence,
    dedupKey: incident.id,
    status: state.status,
    since: state.since.toISOString(),
    class: incident.class,
    summary: text.length > MAX_SUMMARY ? `${text.slice(0, MAX_SUMMARY).toWellFormed()}…` : text,
    incident: incidentFacts(incident),
  });
}
