import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { account, membership, setupLink, workspace } from '../schema/index.ts';

const SETUP_LOCK = 7_210_332;

/** Whoever creates the first account, or the link to it, waits here until the transaction before has ended. */
export async function lockSetup(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${SETUP_LOCK})`);
}

/** Whether somebody owns this installation. The demo's owner does not. */
export async function hasOwner(db: Db): Promise<boolean> {
  const rows = await db
    .select({ accountId: membership.accountId })
    .from(membership)
    .innerJoin(workspace, eq(workspace.id, membership.workspaceId))
    .where(eq(workspace.demo, false))
    .limit(1);
  return rows.length > 0;
}

/** There is one setup link at most: a new one ends those before it. */
export async function replaceSetupLink(tx: Db, row: typeof setupLink.$inferInsert): Promise<void> {
  await deleteSetupLinks(tx);
  await tx.insert(setupLink).values(row);
}

export async function hasSetupLink(db: Db, tokenHash: string, now: Date): Promise<boolean> {
  const rows = await db
    .select({ tokenHash: setupLink.tokenHash })
    .from(setupLink)
    .where(and(eq(setupLink.tokenHash, tokenHash), gt(setupLink.expiresAt, now)));
  return rows.length > 0;
}

export async function deleteSetupLinks(tx: Db): Promise<void> {
  await tx.delete(setupLink);
}

export type NewOwner = {
  workspace: typeof workspace.$inferInsert;
  account: typeof account.$inferInsert;
  createdAt: Date;
};

/** A workspace, a person, and the person's ownership of it. */
export async function insertOwner(tx: Db, owner: NewOwner): Promise<void> {
  await tx.insert(workspace).values(owner.workspace);
  await tx.insert(account).values(owner.account);
  await tx.insert(membership).values({
    workspaceId: owner.workspace.id,
    accountId: owner.account.id,
    role: 'owner',
    createdAt: owner.createdAt,
  });
}

/** A person by lower-case email, with the first workspace they joined; null when there is none. */
export async function findMemberByEmail(db: Db, email: string) {
  const [row] = await db
    .select({ account, workspace })
    .from(account)
    .innerJoin(membership, eq(membership.accountId, account.id))
    .innerJoin(workspace, eq(workspace.id, membership.workspaceId))
    .where(eq(account.email, email))
    .orderBy(asc(membership.createdAt))
    .limit(1);
  return row ?? null;
}
