import { deleteChannelRow } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';

/** Forgets a channel, and with it what is on its way to it. */
export async function deleteChannel(ctx: ServiceContext, scope: Scope, channelId: string): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const row = found(await deleteChannelRow(tx, scope.workspaceId, channelId), 'channel');
    await appendAudit(tx, ctx, scope, { action: 'channel.deleted', target: channelId, detail: { name: row.name } });
  });
}
