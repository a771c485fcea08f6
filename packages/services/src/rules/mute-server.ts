import type { Server } from '@alivemcp/contracts';
import { cancelHeld, type Db, findServer, updateServerRow } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { getServer } from '../server/get-server.ts';

/**
 * Tells nothing new of a server for a time, and gives up what is held of it. Incidents are recorded; what is cancelled meanwhile is
 * never sent. Another mute takes the place of the one before.
 */
export async function muteServer(ctx: ServiceContext, scope: Scope, serverId: string, forMs: number): Promise<Server> {
  const now = ctx.clock.now();
  const until = new Date(now + forMs);
  await ctx.database.transaction(async (tx) => {
    await setMute(tx, scope, serverId, until);
    await cancelHeld(tx, scope.workspaceId, serverId, new Date(now));
    await appendAudit(tx, ctx, scope, {
      action: 'server.muted',
      target: serverId,
      detail: { until: until.toISOString() },
    });
  });
  return getServer(ctx, scope, serverId);
}

/** Ends a mute before its time. */
export async function unmuteServer(ctx: ServiceContext, scope: Scope, serverId: string): Promise<Server> {
  await ctx.database.transaction(async (tx) => {
    await setMute(tx, scope, serverId, null);
    await appendAudit(tx, ctx, scope, { action: 'server.unmuted', target: serverId });
  });
  return getServer(ctx, scope, serverId);
}

async function setMute(tx: Db, { workspaceId }: Scope, serverId: string, mutedUntil: Date | null): Promise<void> {
  found(await findServer(tx, workspaceId, serverId), 'server');
  await updateServerRow(tx, workspaceId, serverId, { mutedUntil });
}
