import type { CreateIncidentBody, Incident, IncidentState } from '@alivemcp/contracts';
import { findServer, insertIncident, insertIncidentUpdates } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { emitEvent } from '../event/emit-event.ts';
import { newId } from '../new-id.ts';
import { found } from '../not-found.ts';
import { getIncident } from './get-incident.ts';
import { incidentEventData } from './incident-event.ts';
import { pastTime } from './past-time.ts';

/**
 * Opens an incident by hand; only people close it. With `resolvedAt` it is written down afterwards: it is over, and nobody is told.
 * When it was written stays visible: as `detectedAt`, and in the audit log.
 */
export async function createIncident(ctx: ServiceContext, scope: Scope, body: CreateIncidentBody): Promise<Incident> {
  const { workspaceId, actor } = scope;
  const now = ctx.clock.now();
  const openedAt = pastTime(body.openedAt, '/openedAt', { now });
  const resolvedAt =
    body.resolvedAt === undefined
      ? null
      : pastTime(body.resolvedAt, '/resolvedAt', { now, after: { at: openedAt.getTime(), what: 'its beginning' } });
  const id = newId('incident', now);
  const said: { at: Date; state: IncidentState; body: string }[] = [
    { at: openedAt, state: 'investigating', body: body.body },
  ];
  if (resolvedAt) said.push({ at: resolvedAt, state: 'resolved', body: 'Resolved. Written down afterwards.' });
  await ctx.database.transaction(async (tx) => {
    const about = found(await findServer(tx, workspaceId, body.serverId), 'server');
    const row = await insertIncident(tx, {
      workspaceId,
      id,
      serverId: body.serverId,
      kind: 'manual',
      state: resolvedAt ? 'resolved' : 'investigating',
      title: body.title,
      regions: [],
      openedAt,
      detectedAt: new Date(now),
      resolvedAt,
    });
    if (!row) throw new Error(`incident ${id} exists already`);
    const updates = said.map((update) => ({
      ...update,
      workspaceId,
      id: newId('incidentUpdate', update.at.getTime()),
      incidentId: id,
      author: actor,
    }));
    await insertIncidentUpdates(tx, updates);
    if (!resolvedAt) {
      const data = incidentEventData(ctx, about, row, body.body);
      await emitEvent(tx, ctx, { type: 'incident.opened', at: now, incidentId: id, data });
    }
    await appendAudit(tx, ctx, scope, { action: 'incident.created', target: id, detail: { serverId: body.serverId } });
  });
  return getIncident(ctx, scope, id);
}
