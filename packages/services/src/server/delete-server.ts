import { deleteServerRow, lockServer } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';

/** Forgets a server and its history; what is on its way to channels is still sent. */
export async function deleteServer(ctx: ServiceContext, scope: Scope, serverId: string): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    found(await lockServer(tx, scope.workspaceId, serverId), 'server');
    const row = found(await deleteServerRow(tx, scope.workspaceId, serverId), 'server');
    const detail = { name: row.name, slug: row.slug };
    await appendAudit(tx, ctx, scope, { action: 'server.deleted', target: serverId, detail });
  });
}
