import type { Scope as KeyScope } from '@alivemcp/contracts';
import { findLivingKey, touchApiKey } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { knownScopes } from './to-api-key.ts';
import { hashToken } from './token.ts';

const NOTE_EVERY_MS = 60_000;

/** In whose workspace a key acts and what it may do; null when it is unknown, revoked or expired. Its use is noted once a minute. */
export async function authenticateKey(
  ctx: ServiceContext,
  rawKey: string,
): Promise<{ scope: Scope; scopes: KeyScope[] } | null> {
  const now = ctx.clock.now();
  const { db } = ctx.database;
  const row = await findLivingKey(db, hashToken(rawKey), new Date(now));
  if (!row) return null;
  const notedBefore = now - NOTE_EVERY_MS;
  if (row.lastUsedAt === null || row.lastUsedAt.getTime() <= notedBefore) {
    await touchApiKey(db, row.workspaceId, row.id, new Date(now), new Date(notedBefore));
  }
  return { scope: { workspaceId: row.workspaceId, actor: row.id }, scopes: knownScopes(row) };
}
