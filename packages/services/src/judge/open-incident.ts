import type { EventType } from '@alivemcp/contracts';
import { type Db, openIncident } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { incidentFacts, serverEventData } from '../event/server-event.ts';
import { newId } from '../new-id.ts';
import type { TransitionFacts } from './apply-transition.ts';
import { audienceOf } from './audience-of.ts';
import type { Judging } from './judging.ts';

/** Opens the incident of a server that became down or degraded and tells of it; nothing when one of this kind is open. */
export async function openAutomaticIncident(
  tx: Db,
  ctx: ServiceContext,
  { server, state, updates, news }: Judging,
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
  updates.push({
    workspaceId: server.workspaceId,
    id: newId('incidentUpdate', now),
    incidentId: id,
    at: new Date(now),
    state: 'investigating',
    body: facts.summary ?? `The server is ${kind}.`,
    author: 'system',
  });
  const data = serverEventData(ctx, server, { ...facts, dedupKey: id, incident: incidentFacts(row) });
  const audience = audienceOf(state);
  const types: EventType[] = [kind === 'down' ? 'server.down' : 'server.degraded', 'incident.opened'];
  if (state.class === 'latency.over_budget') types.push('latency.breached');
  news.push(...types.map((type) => ({ event: { type, at, incidentId: id, data }, audience })));
}
