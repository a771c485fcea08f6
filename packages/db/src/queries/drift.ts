import { and, desc, eq, isNull } from 'drizzle-orm';
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
  by: { acceptedAt: Date; acceptedBy: string },
): Promise<DriftRow | null> {
  const [row] = await tx
    .update(drift)
    .set(by)
    .where(and(isDrift(workspaceId, serverId, id), isNull(drift.acceptedAt)))
    .returning();
  return row ?? null;
}
