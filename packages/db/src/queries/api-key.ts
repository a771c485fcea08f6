import { and, desc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { apiKey } from '../schema/index.ts';
import { isBehind, type Slice } from './page.ts';

export type ApiKeyRow = typeof apiKey.$inferSelect;

export async function insertApiKey(tx: Db, row: typeof apiKey.$inferInsert): Promise<ApiKeyRow | null> {
  const [stored] = await tx.insert(apiKey).values(row).onConflictDoNothing({ target: apiKey.keyHash }).returning();
  return stored ?? null;
}

/** Keys that were not revoked, newest first; those that expired are among them. */
export async function listApiKeys(db: Db, workspaceId: string, slice: Slice): Promise<ApiKeyRow[]> {
  return db
    .select()
    .from(apiKey)
    .where(
      and(
        eq(apiKey.workspaceId, workspaceId),
        isNull(apiKey.revokedAt),
        isBehind(apiKey.createdAt, apiKey.id, slice.after),
      ),
    )
    .orderBy(desc(apiKey.createdAt), desc(apiKey.id))
    .limit(slice.limit);
}

export async function findApiKey(db: Db, workspaceId: string, id: string): Promise<ApiKeyRow | null> {
  const [row] = await db
    .select()
    .from(apiKey)
    .where(and(eq(apiKey.workspaceId, workspaceId), eq(apiKey.id, id)));
  return row ?? null;
}

/** Returns whether there was such a key to revoke. */
export async function revokeApiKey(tx: Db, workspaceId: string, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(apiKey)
    .set({ revokedAt: now })
    .where(and(eq(apiKey.workspaceId, workspaceId), eq(apiKey.id, id), isNull(apiKey.revokedAt)))
    .returning({ id: apiKey.id });
  return rows.length > 0;
}

/** The key behind a hash, of whatever workspace: this is how a caller's workspace is found. Null when revoked or expired. */
export async function findLivingKey(db: Db, keyHash: string, now: Date): Promise<ApiKeyRow | null> {
  const [row] = await db
    .select()
    .from(apiKey)
    .where(
      and(
        eq(apiKey.keyHash, keyHash),
        isNull(apiKey.revokedAt),
        or(isNull(apiKey.expiresAt), gt(apiKey.expiresAt, now)),
      ),
    );
  return row ?? null;
}

/** Notes that a key was used, unless that was done after `notedBefore`. */
export async function touchApiKey(db: Db, workspaceId: string, id: string, now: Date, notedBefore: Date) {
  await db
    .update(apiKey)
    .set({ lastUsedAt: now })
    .where(
      and(
        eq(apiKey.workspaceId, workspaceId),
        eq(apiKey.id, id),
        or(isNull(apiKey.lastUsedAt), lte(apiKey.lastUsedAt, notedBefore)),
      ),
    );
}
