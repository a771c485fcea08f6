import { SCOPES } from '@alivemcp/contracts';
import { type Db, findMemberByEmail, hasOwner, insertApiKey, lockSetup } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { newId } from '../new-id.ts';
import { hintOf } from './api-key-text.ts';
import { insertWorkspace } from './insert-workspace.ts';
import { hashPassword } from './password.ts';
import { hashToken } from './token.ts';

export type BootstrapInput = { email: string; password: string; apiKey?: string };

const KEY_NAME = 'Bootstrap key';

/**
 * Creates the first workspace, its owner and their key without the link. Safe at every start: when there is an owner, it
 * only adds the given key to the workspace of the account with this email, if the key is not known yet. A password is never
 * changed, and a key that was revoked stays revoked. Returns whether the workspace was created.
 */
export async function bootstrap(ctx: ServiceContext, input: BootstrapInput): Promise<boolean> {
  const email = input.email.toLowerCase();
  const passwordHash = (await hasOwner(ctx.database.db)) ? null : await hashPassword(input.password);

  return ctx.database.transaction(async (tx) => {
    await lockSetup(tx);
    if (passwordHash !== null && !(await hasOwner(tx))) {
      const scope = await insertWorkspace(tx, ctx, { email, passwordHash, workspaceName: 'My servers' });
      await ensureKey(tx, ctx, scope, input.apiKey);
      return true;
    }
    const member = await findMemberByEmail(tx, email);
    if (member) await ensureKey(tx, ctx, { workspaceId: member.workspace.id, actor: 'system' }, input.apiKey);
    return false;
  });
}

async function ensureKey(tx: Db, ctx: ServiceContext, scope: Scope, key: string | undefined): Promise<void> {
  if (key === undefined) return;
  const now = ctx.clock.now();
  const stored = await insertApiKey(tx, {
    workspaceId: scope.workspaceId,
    id: newId('apiKey', now),
    name: KEY_NAME,
    hint: hintOf(key),
    keyHash: hashToken(key),
    scopes: [...SCOPES],
    createdAt: new Date(now),
  });
  if (stored)
    await appendAudit(tx, ctx, scope, { action: 'key.created', target: stored.id, detail: { name: KEY_NAME } });
}
