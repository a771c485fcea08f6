import type { CreateIncidentBody, Incident } from '@alivemcp/contracts';
import { findServer, insertIncident, insertIncidentUpdate } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { emitEvent } from '../event/emit-event.ts';
import { newId } from '../new-id.ts';
import { found } from '../not-found.ts';
import { getIncident } from './get-incident.ts';
import { incidentEventData } from './incident-event.ts';

/** Opens an incident by hand; only people close it. */
export async function createIncident(ctx: ServiceContext, scope: Scope, body: CreateIncidentBody): Promise<Incident> {
  const { workspaceId, actor } = scope;
  const now = ctx.clock.now();
  const at = new Date(now);
  const id = newId('incident', now);
  await ctx.database.transaction(async (tx) => {
    const about = found(await findServer(tx, workspaceId, body.serverId), 'server');
    const row = await insertIncident(tx, {
      workspaceId,
      id,
      serverId: body.serverId,
      kind: 'manual',
      state: 'investigating',
      title: body.title,
      regions: [],
      openedAt: at,
      detectedAt: at,
    });
    if (!row) throw new Error(`incident ${id} exists already`);
    await insertIncidentUpdate(tx, {
      workspaceId,
      id: newId('incidentUpdate', now),
      incidentId: id,
      at,
      state: 'investigating',
      body: body.body,
      author: actor,
    });
    const data = incidentEventData(ctx, about, row, body.body);
    await emitEvent(tx, ctx, { type: 'incident.opened', at: now, incidentId: id, data });
    await appendAudit(tx, ctx, scope, { action: 'incident.created', target: id, detail: { serverId: body.serverId } });
  });
  return getIncident(ctx, scope, id);
}
