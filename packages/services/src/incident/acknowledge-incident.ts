import { AppError, type Incident } from '@alivemcp/contracts';
import type { Scope, ServiceContext } from '../context.ts';
import { changeIncident } from './change-incident.ts';

/** Says that somebody is on it. Whoever says so first stays named; a resolved incident needs nobody (`conflict`). */
export function acknowledgeIncident(ctx: ServiceContext, scope: Scope, incidentId: string): Promise<Incident> {
  return changeIncident(ctx, scope, incidentId, async (_tx, incident) => {
    if (incident.acknowledgedAt) return null;
    if (incident.resolvedAt) throw new AppError('conflict', 'The incident is resolved already.');
    return {
      patch: { acknowledgedAt: new Date(ctx.clock.now()), acknowledgedBy: scope.actor },
      event: 'incident.updated',
      action: 'incident.acknowledged',
    };
  });
}
