import type { Incident, UpdateIncidentBody } from '@alivemcp/contracts';
import type { Scope, ServiceContext } from '../context.ts';
import { changeIncident } from './change-incident.ts';

/** Gives an incident another title; the same title changes nothing. */
export function updateIncident(
  ctx: ServiceContext,
  scope: Scope,
  incidentId: string,
  { title }: UpdateIncidentBody,
): Promise<Incident> {
  return changeIncident(ctx, scope, incidentId, async (_tx, incident) => {
    if (title === undefined || title === incident.title) return null;
    return { patch: { title }, event: 'incident.updated', action: 'incident.updated' };
  });
}
