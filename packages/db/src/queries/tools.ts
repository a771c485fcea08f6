import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { serverState, toolSnapshot, toolVersion } from '../schema/index.ts';
import { isBehind, type Slice } from './page.ts';

/** The baseline of a server with its canonical tools; null when none was agreed on yet. */
export async function findPresentTools(db: Db, workspaceId: string, serverId: string) {
  const [row] = await db
    .select({ snapshot: toolSnapshot, era: serverState.toolsEra, changedAt: serverState.toolsChangedAt })
    .from(serverState)
    .innerJoin(
      toolSnapshot,
      and(eq(toolSnapshot.workspaceId, serverState.workspaceId), eq(toolSnapshot.hash, serverState.toolsHash)),
    )
    .where(and(eq(serverState.workspaceId, workspaceId), eq(serverState.serverId, serverId)));
  return row ?? null;
}

/** The lists a server has had, newest first. A cursor is the time at which one was first seen, and its hash. */
export async function listToolVersionRows(db: Db, workspaceId: string, serverId: string, slice: Slice) {
  return db
    .select({ version: toolVersion, count: toolSnapshot.count, tokens: toolSnapshot.tokens })
    .from(toolVersion)
    .innerJoin(
      toolSnapshot,
      and(eq(toolSnapshot.workspaceId, toolVersion.workspaceId), eq(toolSnapshot.hash, toolVersion.hash)),
    )
    .where(
      and(
        eq(toolVersion.workspaceId, workspaceId),
        eq(toolVersion.serverId, serverId),
        isBehind(toolVersion.firstSeenAt, toolVersion.hash, slice.after),
      ),
    )
    .orderBy(desc(toolVersion.firstSeenAt), desc(toolVersion.hash))
    .limit(slice.limit);
}

/** How many tools each of these lists has; a list that is not stored is left out. */
export async function countTools(db: Db, workspaceId: string, hashes: string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ hash: toolSnapshot.hash, count: toolSnapshot.count })
    .from(toolSnapshot)
    .where(and(eq(toolSnapshot.workspaceId, workspaceId), inArray(toolSnapshot.hash, hashes)));
  return new Map(rows.map(({ hash, count }) => [hash, count]));
}
