import { deleteSession } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { ServiceContext } from '../context.ts';
import { hashToken } from './token.ts';

/** Ends a session. One that is over already is no error. */
export async function signOut(ctx: ServiceContext, token: string): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const ended = await deleteSession(tx, hashToken(token));
    if (!ended) return;
    const scope = { workspaceId: ended.workspaceId, actor: ended.accountId };
    await appendAudit(tx, ctx, scope, { action: 'session.ended', target: ended.accountId });
  });
}
