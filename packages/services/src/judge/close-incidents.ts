import type { EventData, ServerStatus } from '@alivemcp/contracts';
import { type Db, resolveIncidents } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { incidentFacts, serverEventData } from '../event/server-event.ts';
import { newId } from '../new-id.ts';
import type { Change, TransitionFacts } from './apply-transition.ts';
import { audienceOf } from './audience-of.ts';
import type { Judging } from './judging.ts';

type AutomaticKind = 'down' | 'degraded';

/** Which automatic incidents end when a server enters a state. `unknown` ends none: we do not know. */
const ENDS: Record<ServerStatus, readonly AutomaticKind[]> = {
  up: ['down', 'degraded'],
  degraded: ['down'],
  down: ['degraded'],
  paused: ['down', 'degraded'],
  maintenance: ['down', 'degraded'],
  unknown: [],
  pending: [],
};

/** Closes the automatic incidents that a change ends, tells of each, and returns them as events carry them. */
export async function closeIncidents(
  tx: Db,
  ctx: ServiceContext,
  { server, state, updates, news }: Judging,
  change: Change,
  facts: TransitionFacts,
): Promise<NonNullable<EventData['incident']>[]> {
  const closed: NonNullable<EventData['incident']>[] = [];
  for (const row of await resolveIncidents(tx, server.workspaceId, server.id, ENDS[change.to], state.since)) {
    const now = ctx.clock.now();
    updates.push({
      workspaceId: server.workspaceId,
      id: newId('incidentUpdate', now),
      incidentId: row.id,
      at: new Date(now),
      state: 'resolved',
      body: change.to === 'up' ? 'The server answers again as it should.' : `The server is now ${change.to}.`,
      author: 'system',
    });
    const incident = incidentFacts(row);
    const data = serverEventData(ctx, server, { ...facts, dedupKey: row.id, incident });
    const resolved = { type: 'incident.resolved', at: state.since.getTime(), incidentId: row.id, data } as const;
    news.push({ event: resolved, audience: audienceOf(state) });
    closed.push(incident);
  }
  return closed;
}
