import { deleteRule, findServer } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';

/** Takes a server's own rules away: those of its workspace hold again. Nothing happens where it has none. */
export async function deleteServerRules(ctx: ServiceContext, scope: Scope, serverId: string): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    found(await findServer(tx, scope.workspaceId, serverId), 'server');
    if (await deleteRule(tx, scope.workspaceId, serverId))
      await appendAudit(tx, ctx, scope, { action: 'rules.deleted', target: serverId });
  });
}
