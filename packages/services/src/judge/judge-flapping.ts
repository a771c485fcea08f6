import { type Db, type LockedServer, listRecentChanges } from '@alivemcp/db';
import { FLAPPING_WINDOW_MS, isFlapping } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import { emitEvent } from '../event/emit-event.ts';
import { serverEventData } from '../event/server-event.ts';

/**
 * Tells once that a server's state changes too often to be told each time. From then on news of it goes only where its
 * beginning was told, until `settleFlapping` finds it calm.
 */
export async function judgeFlapping(tx: Db, ctx: ServiceContext, { state, server }: LockedServer): Promise<void> {
  if (state.flappingSince !== null) return;
  const now = ctx.clock.now();
  const changes = await listRecentChanges(tx, state.workspaceId, state.serverId, new Date(now - FLAPPING_WINDOW_MS));
  if (!isFlapping(changes.map(Number), now)) return;
  state.flappingSince = new Date(now);
  const data = serverEventData(ctx, server, {
    sequence: state.sequence,
    dedupKey: `${server.id}:flapping:${now}`,
    status: state.status,
    since: state.since.toISOString(),
    class: state.class,
    summary: 'Its state keeps changing: alerts are held until it has been calm for half an hour.',
  });
  await emitEvent(tx, ctx, { type: 'server.flapping', at: now, data });
}
