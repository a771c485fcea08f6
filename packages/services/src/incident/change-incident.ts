import type { EventType, Incident } from '@alivemcp/contracts';
import {
  type Audience,
  type Db,
  type IncidentRow,
  lockIncident,
  type ServerWithState,
  updateIncidentRow,
} from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { emitEvent } from '../event/emit-event.ts';
import { found } from '../not-found.ts';
import { getIncident } from './get-incident.ts';
import { incidentEventData } from './incident-event.ts';

export type IncidentChange = {
  patch: Partial<Pick<IncidentRow, 'title' | 'state' | 'resolvedAt' | 'acknowledgedAt' | 'acknowledgedBy'>>;
  event: Extract<EventType, 'incident.updated' | 'incident.resolved'>;
  audience?: Audience;
  said?: string;
  action: string;
};

/**
 * One change that a person makes to an incident: under its lock `decide` says what changes (null: nothing) and may throw;
 * the version, the event and the audit row follow from it.
 */
export async function changeIncident(
  ctx: ServiceContext,
  scope: Scope,
  incidentId: string,
  decide: (tx: Db, incident: IncidentRow, about: ServerWithState, now: number) => Promise<IncidentChange | null>,
): Promise<Incident> {
  const { workspaceId } = scope;
  await ctx.database.transaction(async (tx) => {
    const { incident, ...about } = found(await lockIncident(tx, workspaceId, incidentId), 'incident');
    const now = ctx.clock.now();
    const change = await decide(tx, incident, about, now);
    if (!change) return;
    const patch = { ...change.patch, version: incident.version + 1 };
    const changed = found(await updateIncidentRow(tx, workspaceId, incidentId, patch), 'incident');
    const data = incidentEventData(ctx, about, changed, change.said);
    await emitEvent(tx, ctx, { type: change.event, at: now, incidentId, data }, change.audience);
    await appendAudit(tx, ctx, scope, {
      action: change.action,
      target: incidentId,
      detail: { serverId: incident.serverId },
    });
  });
  return getIncident(ctx, scope, incidentId);
}
