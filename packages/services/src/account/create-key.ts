import {
  type ApiKeyWithSecret,
  AppError,
  type CreateKeyBody,
  type Scope as KeyScope,
  SCOPES,
} from '@alivemcp/contracts';
import { type Db, findApiKey, insertApiKey } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { newId } from '../new-id.ts';
import { hintOf, newApiKeyText } from './api-key-text.ts';
import { knownScopes, toApiKey } from './to-api-key.ts';
import { hashToken } from './token.ts';

/** Creates an API key; its text is in this answer and nowhere else. A key cannot make another that may do more than itself. */
export async function createKey(ctx: ServiceContext, scope: Scope, body: CreateKeyBody): Promise<ApiKeyWithSecret> {
  const now = ctx.clock.now();
  const expiresAt = body.expiresAt === undefined ? null : new Date(body.expiresAt);
  if (expiresAt && expiresAt.getTime() <= now) {
    throw new AppError('invalid', 'The key would be expired.', [{ pointer: '/expiresAt', message: 'is in the past' }]);
  }
  const key = newApiKeyText();
  return ctx.database.transaction(async (tx) => {
    const grantable = await grantableScopes(tx, scope);
    const scopes = body.scopes ?? grantable;
    const beyond = scopes.filter((wanted) => !grantable.includes(wanted));
    if (beyond.length > 0) throw new AppError('forbidden', `Your key does not have ${beyond.join(', ')} itself.`);

    const id = newId('apiKey', now);
    const row = await insertApiKey(tx, {
      workspaceId: scope.workspaceId,
      id,
      name: body.name,
      hint: hintOf(key),
      keyHash: hashToken(key),
      scopes: [...new Set(scopes)],
      createdAt: new Date(now),
      expiresAt,
    });
    if (!row) throw new Error('two random keys were equal');
    await appendAudit(tx, ctx, scope, { action: 'key.created', target: id, detail: { name: body.name, scopes } });
    return { ...toApiKey(row), key };
  });
}

async function grantableScopes(tx: Db, { workspaceId, actor }: Scope): Promise<KeyScope[]> {
  if (!actor.startsWith('key_')) return [...SCOPES];
  const row = await findApiKey(tx, workspaceId, actor);
  return row ? knownScopes(row) : [];
}
