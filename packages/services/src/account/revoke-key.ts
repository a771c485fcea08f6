import { revokeApiKey } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { notFound } from '../not-found.ts';

/** From now on the key opens nothing, also the one that is used to say so. */
export async function revokeKey(ctx: ServiceContext, scope: Scope, id: string): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const revoked = await revokeApiKey(tx, scope.workspaceId, id, new Date(ctx.clock.now()));
    if (!revoked) throw notFound('API key');
    await appendAudit(tx, ctx, scope, { action: 'key.revoked', target: id });
  });
}
