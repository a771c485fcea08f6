import { and, eq, gt, lte } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { account, session, workspace } from '../schema/index.ts';

export async function insertSession(tx: Db, row: typeof session.$inferInsert): Promise<void> {
  await tx.insert(session).values(row);
}

/** The living session of a token, with who and where; null when it is unknown or over. */
export async function findSession(db: Db, tokenHash: string, now: Date) {
  const [row] = await db
    .select({ session, account, workspace })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .innerJoin(workspace, eq(workspace.id, session.workspaceId))
    .where(and(eq(session.tokenHash, tokenHash), gt(session.expiresAt, now)));
  return row ?? null;
}

/** Ends a session and tells whose it was; null when there was none. */
export async function deleteSession(tx: Db, tokenHash: string) {
  const [row] = await tx
    .delete(session)
    .where(eq(session.tokenHash, tokenHash))
    .returning({ workspaceId: session.workspaceId, accountId: session.accountId });
  return row ?? null;
}

export async function deleteExpiredSessions(tx: Db, now: Date): Promise<void> {
  await tx.delete(session).where(lte(session.expiresAt, now));
}
