import { AppError, type SignInBody } from '@alivemcp/contracts';
import { deleteExpiredSessions, findMemberByEmail } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { ServiceContext } from '../context.ts';
import { verifyPassword } from './password.ts';
import { type StartedSession, startSession } from './start-session.ts';
import { toSessionWorkspace } from './to-session-workspace.ts';

/** A wrong password and an unknown email get the same answer after the same time. */
export async function signIn(ctx: ServiceContext, { email, password }: SignInBody): Promise<StartedSession> {
  const member = await findMemberByEmail(ctx.database.db, email);
  const verified = await verifyPassword(password, member?.account.passwordHash ?? null);
  if (!member || !verified) throw new AppError('wrong_credentials', 'The email or the password is wrong.');

  const { account, workspace } = member;
  return ctx.database.transaction(async (tx) => {
    await deleteExpiredSessions(tx, new Date(ctx.clock.now()));
    const scope = { workspaceId: workspace.id, actor: account.id };
    await appendAudit(tx, ctx, scope, { action: 'session.started', target: account.id });
    return startSession(tx, ctx, {
      user: { id: account.id, email: account.email },
      workspace: toSessionWorkspace(workspace),
    });
  });
}
