import { FAILURE_CLASSES } from '@alivemcp/contracts';
import {
  type Db,
  findOpenIncident,
  type LockedServer,
  listCalmedServers,
  lockServerState,
  saveServerStates,
} from '@alivemcp/db';
import { CALM_MS } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import { emitEvent } from '../event/emit-event.ts';
import { incidentFacts, serverEventData } from '../event/server-event.ts';

const AT_ONCE = 200;

/** Tells how servers that flapped have settled, half an hour after their last change. Returns how many did. */
export async function settleFlapping(ctx: ServiceContext): Promise<number> {
  const now = ctx.clock.now();
  const calmed = await listCalmedServers(ctx.database.db, new Date(now - CALM_MS), AT_ONCE);
  for (const { workspaceId, serverId } of calmed) {
    await ctx.database.transaction(async (tx) => {
      const locked = await lockServerState(tx, workspaceId, serverId);
      if (!locked?.state.flappingSince || now - locked.state.since.getTime() < CALM_MS) return;
      await tellSettled(tx, ctx, locked);
      locked.state.flappingSince = null;
      await saveServerStates(tx, [locked.state]);
    });
  }
  return calmed.length;
}

async function tellSettled(tx: Db, ctx: ServiceContext, { state, server }: LockedServer): Promise<void> {
  const { status } = state;
  if (status !== 'up' && status !== 'degraded' && status !== 'down') return;
  const open = status === 'up' ? null : await findOpenIncident(tx, state.workspaceId, state.serverId, status);
  const data = serverEventData(ctx, server, {
    sequence: state.sequence,
    dedupKey: open?.id ?? `${server.id}:flapping:${state.flappingSince?.getTime()}`,
    status,
    since: state.since.toISOString(),
    class: state.class,
    summary: `Its state has settled: ${status} for half an hour.`,
    firstAction: state.class && FAILURE_CLASSES[state.class].firstAction,
    ...(open && { incident: incidentFacts(open) }),
  });
  const type = status === 'up' ? 'server.recovered' : status === 'down' ? 'server.down' : 'server.degraded';
  await emitEvent(tx, ctx, { type, at: state.since.getTime(), data, ...(open && { incidentId: open.id }) });
}
