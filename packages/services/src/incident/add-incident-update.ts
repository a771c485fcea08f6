import {
  AppError,
  type Incident,
  type IncidentState,
  type IncidentUpdateBody,
  type ServerStatus,
} from '@alivemcp/contracts';
import { type IncidentRow, insertIncidentUpdates } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { newId } from '../new-id.ts';
import { changeIncident } from './change-incident.ts';
import { pastTime } from './past-time.ts';

/**
 * Adds what people say about an incident and moves it to the state they name. `resolved` closes a manual one; an automatic
 * one is closed by probes, so while its server still fails that is a `conflict`. A closed one takes only closing words.
 */
export function addIncidentUpdate(
  ctx: ServiceContext,
  scope: Scope,
  incidentId: string,
  { state, body, at: given }: IncidentUpdateBody,
): Promise<Incident> {
  return changeIncident(ctx, scope, incidentId, async (tx, incident, about, now) => {
    refuse(incident, state, about.state.status);
    if (given !== undefined && incident.kind !== 'manual')
      throw new AppError('invalid', 'What probes found has the times of the probes.', [
        { pointer: '/at', message: 'is only for incidents opened by hand' },
      ]);
    const at = pastTime(given, '/at', { now, after: { at: incident.openedAt.getTime(), what: 'its beginning' } });
    const said = { id: newId('incidentUpdate', at.getTime()), incidentId, at, state, body, author: scope.actor };
    await insertIncidentUpdates(tx, [{ workspaceId: scope.workspaceId, ...said }]);
    const closes = state === 'resolved' && incident.resolvedAt === null;
    return {
      patch: closes ? { state, resolvedAt: at } : { state },
      event: closes ? 'incident.resolved' : 'incident.updated',
      audience: closes ? { kind: 'told' } : { kind: 'subscribed' },
      said: body,
      action: closes ? 'incident.resolved' : 'incident.updated',
    };
  });
}

function refuse(incident: IncidentRow, state: IncidentState, status: ServerStatus): void {
  if (incident.resolvedAt !== null && state !== 'resolved') {
    throw new AppError('conflict', 'The incident is resolved; it cannot be opened again.');
  }
  const fails = status === 'down' || status === 'degraded' || status === 'unknown';
  if (incident.resolvedAt === null && state === 'resolved' && incident.kind !== 'manual' && fails) {
    throw new AppError('conflict', 'The server was not seen to recover. The incident closes by itself when it does.');
  }
}
