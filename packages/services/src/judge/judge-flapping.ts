import type { ServerStatus } from '@alivemcp/contracts';
import { type Db, listRecentChanges } from '@alivemcp/db';
import { FLAPPING_WINDOW_MS, isFlapping } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import { serverEventData } from '../event/server-event.ts';
import type { Judging } from './judging.ts';

const CHANGES: readonly ServerStatus[] = ['up', 'degraded', 'down'];

/**
 * Tells once that a server's state changes too often to be told each time. From then on news of it goes only where its
 * beginning was told, until `settleFlapping` finds it calm.
 */
export async function judgeFlapping(tx: Db, ctx: ServiceContext, judging: Judging): Promise<void> {
  const { state, server, before, transitions, news } = judging;
  if (state.flappingSince !== null) return;
  const now = ctx.clock.now();
  const since = new Date(now - FLAPPING_WINDOW_MS);
  // One that has been as it was for longer has no changes in the window but those of this judgement.
  const stored = before.since < since ? [] : await listRecentChanges(tx, state.workspaceId, state.serverId, since);
  const just = transitions
    .filter(({ to, at }) => CHANGES.includes(to) && at >= since)
    .map(({ decidedAt }) => decidedAt);
  if (!isFlapping([...just.toReversed(), ...stored].map(Number), now)) return;
  state.flappingSince = new Date(now);
  const data = serverEventData(ctx, server, {
    sequence: state.sequence,
    dedupKey: `${server.id}:flapping:${now}`,
    status: state.status,
    since: state.since.toISOString(),
    class: state.class,
    summary: 'Its state keeps changing: alerts are held until it has been calm for half an hour.',
  });
  news.push({ event: { type: 'server.flapping', at: now, data }, audience: { kind: 'subscribed' } });
}
