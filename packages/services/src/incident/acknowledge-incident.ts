import { AppError, type Incident } from '@alivemcp/contracts';
import type { Scope, ServiceContext } from '../context.ts';
import { changeIncident } from './change-incident.ts';

/** Says that somebody is on it. Whoever says so first stays named; a resolved incident needs nobody (`conflict`). */
export function acknowledgeIncident(ctx: ServiceContext, scope: Scope, incidentId: string): Promise<Incident> {
  return changeIncident(ctx, scope, incidentId, async (_tx, incident, _about, now) => {
    if (incident.acknowledgedAt) return null;
    if (incident.resolvedAt) throw new AppError('conflict', 'The incident is resolved already.');
    return {
      patch: { acknowledgedAt: new Date(now), acknowledgedBy: scope.actor },
      event: 'incident.updated',
      said: 'Someone is on it: reminders and escalation stop.',
      action: 'incident.acknowledged',
    };
  });
}
