import { type Db, insertIncidentUpdate, type LockedServer, openIncident } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { emitEvent } from '../event/emit-event.ts';
import { incidentFacts, serverEventData } from '../event/server-event.ts';
import { newId } from '../new-id.ts';
import type { TransitionFacts } from './apply-transition.ts';
import { audienceOf } from './audience-of.ts';

/** Opens the incident of a server that became down or degraded and tells of it; nothing when one of this kind is open. */
export async function openAutomaticIncident(
  tx: Db,
  ctx: ServiceContext,
  { server, state }: LockedServer,
  kind: 'down' | 'degraded',
  facts: TransitionFacts,
): Promise<void> {
  const now = ctx.clock.now();
  const id = newId('incident', now);
  const at = state.since.getTime();
  const row = await openIncident(tx, {
    workspaceId: server.workspaceId,
    id,
    serverId: server.id,
    kind,
    state: 'investigating',
    title: `${server.name} is ${kind}`,
    class: state.class,
    summary: facts.summary ?? null,
    regions: facts.regions?.failing ?? [],
    openedAt: state.since,
    detectedAt: new Date(now),
  });
  if (!row) return;
  await insertIncidentUpdate(tx, {
    workspaceId: server.workspaceId,
    id: newId('incidentUpdate', now),
    incidentId: id,
    at: new Date(now),
    state: 'investigating',
    body: facts.summary ?? `The server is ${kind}.`,
    author: 'system',
  });
  const data = serverEventData(ctx, server, { ...facts, dedupKey: id, incident: incidentFacts(row) });
  const type = kind === 'down' ? 'server.down' : 'server.degraded';
  const audience = audienceOf(state, id);
  await emitEvent(tx, ctx, { type, at, incidentId: id, data }, audience);
  await emitEvent(tx, ctx, { type: 'incident.opened', at, incidentId: id, data }, audience);
  if (state.class === 'latency.over_budget')
    await emitEvent(tx, ctx, { type: 'latency.breached', at, incidentId: id, data }, audience);
}
