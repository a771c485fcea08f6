import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { toolDeprecation } from '../schema/index.ts';

export type DeprecationRow = typeof toolDeprecation.$inferSelect;

const ofServer = (workspaceId: string, serverId: string) =>
  and(eq(toolDeprecation.workspaceId, workspaceId), eq(toolDeprecation.serverId, serverId));

/** Tools of a server that are, or were to their end, marked deprecated; oldest mark first. */
export async function listDeprecations(db: Db, workspaceId: string, serverId: string): Promise<DeprecationRow[]> {
  return db
    .select()
    .from(toolDeprecation)
    .where(ofServer(workspaceId, serverId))
    .orderBy(toolDeprecation.markedAt, toolDeprecation.tool);
}

/** Notes tools that are listed with the mark. One that had it before keeps its first day, and is no longer removed. */
export async function noteDeprecated(tx: Db, rows: (typeof toolDeprecation.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(toolDeprecation)
    .values(rows)
    .onConflictDoUpdate({
      target: [toolDeprecation.workspaceId, toolDeprecation.serverId, toolDeprecation.tool],
      set: {
        since: sql`excluded.since`,
        promisedUntil: sql`excluded.promised_until`,
        removedAt: null,
      },
    });
}

/** Ends the marks of tools that are no longer listed: those stay on record; and those of tools that lost the mark: those go. */
export async function endDeprecations(
  tx: Db,
  workspaceId: string,
  serverId: string,
  { removed, kept, at }: { removed: string[]; kept: string[]; at: Date },
): Promise<void> {
  const mine = ofServer(workspaceId, serverId);
  if (removed.length > 0)
    await tx
      .update(toolDeprecation)
      .set({ removedAt: at })
      .where(and(mine, inArray(toolDeprecation.tool, removed)));
  await tx
    .delete(toolDeprecation)
    .where(and(mine, notInArray(toolDeprecation.tool, kept), sql`${toolDeprecation.removedAt} is null`));
}
