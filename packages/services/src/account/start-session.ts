import type { Session } from '@alivemcp/contracts';
import { type Db, insertSession } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { hashToken, newToken } from './token.ts';

const SESSION_MS = 7 * 86_400_000;

export type StartedSession = { token: string; session: Session };

/** Signs a person in for seven days. The token goes into the cookie; only its hash is stored. */
export async function startSession(
  tx: Db,
  ctx: ServiceContext,
  { user, workspace }: Pick<Session, 'user' | 'workspace'>,
): Promise<StartedSession> {
  const now = ctx.clock.now();
  const token = newToken();
  const expiresAt = new Date(now + SESSION_MS);
  await insertSession(tx, {
    workspaceId: workspace.id,
    accountId: user.id,
    tokenHash: hashToken(token),
    createdAt: new Date(now),
    expiresAt,
  });
  return { token, session: { user, workspace, expiresAt: expiresAt.toISOString() } };
}
