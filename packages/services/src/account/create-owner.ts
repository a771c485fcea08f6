import { AppError, type SetupBody } from '@alivemcp/contracts';
import { hasOwner, hasSetupLink, lockSetup } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { insertWorkspace } from './insert-workspace.ts';
import { hashPassword } from './password.ts';
import { type StartedSession, startSession } from './start-session.ts';
import { hashToken } from './token.ts';

/** Uses the one-time link up: workspace, owner account and session at once. Of two that use it at the same time, one wins. */
export async function createOwner(ctx: ServiceContext, body: SetupBody): Promise<StartedSession> {
  const { email, workspaceName } = body;
  const tokenHash = hashToken(body.token);
  const now = new Date(ctx.clock.now());
  // Looked at first, so that a stranger's guesses cost no password hash; what counts is the look under the lock.
  if (!(await hasSetupLink(ctx.database.db, tokenHash, now))) throw linkInvalid();
  const passwordHash = await hashPassword(body.password);

  return ctx.database.transaction(async (tx) => {
    await lockSetup(tx);
    if (!(await hasSetupLink(tx, tokenHash, now)) || (await hasOwner(tx))) throw linkInvalid();
    const scope = await insertWorkspace(tx, ctx, { email, passwordHash, workspaceName });
    return startSession(tx, ctx, {
      user: { id: scope.actor, email },
      workspace: { id: scope.workspaceId, name: workspaceName, generatedUntil: null },
    });
  });
}

const linkInvalid = () => new AppError('setup_link_invalid', 'Start AliveMCP again for a new link, or sign in.');
