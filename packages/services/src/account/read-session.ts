import type { Session } from '@alivemcp/contracts';
import { findSession } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { toSessionWorkspace } from './to-session-workspace.ts';
import { hashToken } from './token.ts';

/** Who a cookie's token stands for; null when it is unknown or over. */
export async function readSession(
  ctx: ServiceContext,
  token: string,
): Promise<{ scope: Scope; session: Session } | null> {
  const row = await findSession(ctx.database.db, hashToken(token), new Date(ctx.clock.now()));
  if (!row) return null;
  const { account, workspace } = row;
  return {
    scope: { workspaceId: workspace.id, actor: account.id },
    session: {
      user: { id: account.id, email: account.email },
      workspace: toSessionWorkspace(workspace),
      expiresAt: row.session.expiresAt.toISOString(),
    },
  };
}
