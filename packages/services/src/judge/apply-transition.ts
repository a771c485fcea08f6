import { type EventData, FAILURE_CLASSES, type FailureClass, type ServerStatus } from '@alivemcp/contracts';
import type { Db, LockedServer } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { serverEventData } from '../event/server-event.ts';
import { closeIncidents } from './close-incidents.ts';
import { judgeFlapping } from './judge-flapping.ts';
import type { Judging } from './judging.ts';
import { openAutomaticIncident } from './open-incident.ts';

export type Change = {
  to: ServerStatus;
  /** When it really began, epoch ms. */
  at: number;
  class: FailureClass | null;
  summary: string | null;
  failing: string[];
  sighted: string[];
  assigned: string[];
  /** It is over already: written down, and nobody is told. */
  untold?: boolean;
};

/**
 * Makes one change of a locked server's state: transition, incidents, events. `state` is brought up to date, for later steps of the
 * same judgement; the caller saves what came of it.
 */
export async function applyTransition(tx: Db, ctx: ServiceContext, judging: Judging, change: Change): Promise<void> {
  const { state, server, transitions, news } = judging;
  const previous = { status: state.status, since: state.since };
  const at = new Date(Math.max(change.at, state.since.getTime()));
  const patch = {
    status: change.to,
    since: at,
    sequence: state.sequence + 1,
    class: change.class,
    summary: change.summary,
    confirmingSince: null,
  };
  transitions.push({
    workspaceId: server.workspaceId,
    serverId: server.id,
    sequence: patch.sequence,
    from: previous.status,
    to: change.to,
    at,
    decidedAt: new Date(ctx.clock.now()),
    class: change.class,
    failingRegions: change.failing,
    sightedRegions: change.sighted,
  });
  Object.assign(state, patch);

  const facts = factsOf(judging, change, previous.status);
  // What has just been registered, or woken, has no past.
  const isFirst = previous.status === 'pending';
  // No incident is open of what was up.
  const closed = isFirst || previous.status === 'up' ? [] : await closeIncidents(tx, ctx, judging, change, facts);
  if (change.to === 'down' || change.to === 'degraded') {
    await openAutomaticIncident(tx, ctx, judging, change.to, facts);
  }
  if (change.to === 'unknown' && !change.untold) {
    const dedupKey = `${server.id}:${patch.sequence}`;
    const data = serverEventData(ctx, server, { ...facts, dedupKey });
    news.push({ event: { type: 'server.unknown', at: at.getTime(), data }, audience: { kind: 'subscribed' } });
  }
  if (change.to === 'up') {
    for (const incident of closed) {
      const data = serverEventData(ctx, server, { ...facts, dedupKey: incident.id, incident });
      const event = { type: 'server.recovered', at: at.getTime(), incidentId: incident.id, data } as const;
      news.push({ event, audience: { kind: 'told' } });
    }
  }
  const isNews = change.to === 'up' || change.to === 'degraded' || change.to === 'down';
  if (isNews && !isFirst) await judgeFlapping(tx, ctx, judging);
}

export type TransitionFacts = Omit<EventData, 'workspaceId' | 'server' | 'links' | 'dedupKey'>;

function factsOf({ state }: LockedServer, change: Change, previousStatus: ServerStatus): TransitionFacts {
  return {
    sequence: state.sequence,
    status: change.to,
    previousStatus,
    since: state.since.toISOString(),
    class: change.class,
    summary:
      change.summary ?? (change.to === 'up' ? 'The server answers again as it should.' : `The server is ${change.to}.`),
    firstAction: change.class ? FAILURE_CLASSES[change.class].firstAction : null,
    regions: { failing: change.failing, sighted: change.sighted, assigned: change.assigned },
  };
}
