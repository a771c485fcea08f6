import { and, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { drift } from '../schema/index.ts';
import { isBehind, type Slice } from './page.ts';

export type DriftRow = typeof drift.$inferSelect;

const isDrift = (workspaceId: string, serverId: string, id: string) =>
  and(eq(drift.workspaceId, workspaceId), eq(drift.serverId, serverId), eq(drift.id, id));

/** Drifts of one server, newest first. */
export async function listDriftRows(db: Db, workspaceId: string, serverId: string, slice: Slice): Promise<DriftRow[]> {
  return db
    .select()
    .from(drift)
    .where(
      and(eq(drift.workspaceId, workspaceId), eq(drift.serverId, serverId), isBehind(drift.at, drift.id, slice.after)),
    )
    .orderBy(desc(drift.at), desc(drift.id))
    .limit(slice.limit);
}

export async function findDrift(db: Db, workspaceId: string, serverId: string, id: string): Promise<DriftRow | null> {
  const [row] = await db
    .select()
    .from(drift)
    .where(isDrift(workspaceId, serverId, id));
  return row ?? null;
}

/** Returns the drift as accepted now; null when it is not there or was accepted before. */
export async function acceptDriftRow(
  tx: Db,
  workspaceId: string,
  serverId: string,
  id: string,
  by: { acceptedAt: Date; acceptedBy: string; acceptedNote: string | null },
): Promise<DriftRow | null> {
  const [row] = await tx
    .update(drift)
    .set(by)
    .where(and(isDrift(workspaceId, serverId, id), isNull(drift.acceptedAt)))
    .returning();
  return row ?? null;
}

/** How many changes of each server nobody has accepted; servers without any are left out. */
export async function countOpenDrifts(db: Db, workspaceId: string, serverIds: string[]) {
  if (serverIds.length === 0) return [];
  return db
    .select({ serverId: drift.serverId, count: count() })
    .from(drift)
    .where(and(eq(drift.workspaceId, workspaceId), inArray(drift.serverId, serverIds), isNull(drift.acceptedAt)))
    .groupBy(drift.serverId);
}

/** What a server's version numbers were held against, newest first. */
export async function listVerdicts(db: Db, workspaceId: string, serverId: string, limit: number) {
  return db
    .select({ class: drift.class, versionVerdict: drift.versionVerdict })
    .from(drift)
    .where(and(eq(drift.workspaceId, workspaceId), eq(drift.serverId, serverId)))
    .orderBy(desc(drift.at))
    .limit(limit);
}
