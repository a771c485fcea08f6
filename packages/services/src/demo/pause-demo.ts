import { findDemo, listChannelRows, listServerRows } from '@alivemcp/db';
import { updateChannel } from '../channel/update-channel.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { pauseServer } from '../server/pause-server.ts';
import { resumeServer } from '../server/resume-server.ts';
import { isFinished, removeDemo } from './unfinished.ts';

const ALL = { after: null, limit: 1000 };

/** For a start without the demo's servers: none of them is probed, and nobody is told that they are gone. */
export async function pauseDemo(ctx: ServiceContext): Promise<void> {
  const demo = await findDemo(ctx.database.db);
  if (!demo) return;
  if (!isFinished(demo)) return removeDemo(ctx, demo);
  const scope = { workspaceId: demo.workspace.id, actor: 'system' };
  await enableChannels(ctx, scope, false);
  for (const { server } of await listServerRows(ctx.database.db, scope.workspaceId, {}, ALL)) {
    await pauseServer(ctx, scope, server.id);
  }
}

/** Undoes `pauseDemo`. */
export async function resumeDemo(ctx: ServiceContext): Promise<void> {
  const demo = await findDemo(ctx.database.db);
  if (!demo) return;
  const scope = { workspaceId: demo.workspace.id, actor: 'system' };
  for (const { server } of await listServerRows(ctx.database.db, scope.workspaceId, {}, ALL)) {
    await resumeServer(ctx, scope, server.id);
  }
  await enableChannels(ctx, scope, true);
}

async function enableChannels(ctx: ServiceContext, scope: Scope, enabled: boolean): Promise<void> {
  for (const channel of await listChannelRows(ctx.database.db, scope.workspaceId, ALL)) {
    if (channel.enabled !== enabled) await updateChannel(ctx, scope, channel.id, { enabled });
  }
}
