import type { IncidentKind } from '@alivemcp/contracts';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import {
  drift,
  incident,
  incidentUpdate,
  server,
  serverRegion,
  serverState,
  surfaceSnapshot,
  toolSnapshot,
  toolVersion,
  transition,
} from '../schema/index.ts';
import type { TargetRef } from './dispatch.ts';
import type { DriftRow } from './drift.ts';

const ofServer = (table: typeof serverState | typeof serverRegion, workspaceId: string, serverId: string) =>
  and(eq(table.workspaceId, workspaceId), eq(table.serverId, serverId));

/** The state of a server under its row lock, with what its events need; null when it was deleted meanwhile. */
export async function lockServerState(tx: Db, workspaceId: string, serverId: string) {
  const [row] = await tx
    .select({ state: serverState, server })
    .from(serverState)
    .innerJoin(server, and(eq(server.workspaceId, serverState.workspaceId), eq(server.id, serverState.serverId)))
    .where(ofServer(serverState, workspaceId, serverId))
    .for('update', { of: serverState });
  return row ?? null;
}
export type LockedServer = NonNullable<Awaited<ReturnType<typeof lockServerState>>>;

export async function listRegions(db: Db, workspaceId: string, serverId: string) {
  return db
    .select()
    .from(serverRegion)
    .where(ofServer(serverRegion, workspaceId, serverId))
    .orderBy(serverRegion.region);
}

export async function updateServerState(
  tx: Db,
  workspaceId: string,
  serverId: string,
  patch: Partial<typeof serverState.$inferInsert>,
): Promise<void> {
  if (Object.keys(patch).length === 0) return;
  await tx
    .update(serverState)
    .set(patch)
    .where(ofServer(serverState, workspaceId, serverId));
}

export async function setRegionsActive(tx: Db, workspaceId: string, serverId: string, active: boolean): Promise<void> {
  await tx
    .update(serverRegion)
    .set({ active })
    .where(ofServer(serverRegion, workspaceId, serverId));
}

export async function insertTransition(tx: Db, row: typeof transition.$inferInsert): Promise<void> {
  await tx.insert(transition).values(row);
}

/** Watched servers none of whose regions has spoken for 2.5 intervals: nobody else would judge them. */
export async function listSilentServers(db: Db, now: Date, limit: number): Promise<TargetRef[]> {
  const { rows } = await db.execute<TargetRef>(sql`
    select s.workspace_id as "workspaceId", s.server_id as "serverId"
    from server_state s
    where s.status in ('up', 'degraded', 'down') and not exists (
      select from server_region r
      where r.workspace_id = s.workspace_id and r.server_id = s.server_id
        and r.checked_at >= ${now.toISOString()}::timestamptz - r.interval_s * interval '2.5 seconds')
    limit ${limit}`);
  return rows;
}

/** Opens an incident unless one of this kind is open: the partial unique index decides. Returns whether it was opened. */
export async function openIncident(tx: Db, row: typeof incident.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(incident).values(row).onConflictDoNothing().returning({ id: incident.id });
  return rows.length === 1;
}

export async function findOpenIncident(db: Db, workspaceId: string, serverId: string, kind: IncidentKind) {
  const [row] = await db
    .select()
    .from(incident)
    .where(
      and(
        eq(incident.workspaceId, workspaceId),
        eq(incident.serverId, serverId),
        eq(incident.kind, kind),
        isNull(incident.resolvedAt),
      ),
    );
  return row ?? null;
}

/** Closes the open incident of a kind and returns it as it is now; null when none was open. */
export async function resolveIncident(
  tx: Db,
  workspaceId: string,
  serverId: string,
  kind: IncidentKind,
  resolvedAt: Date,
) {
  const [row] = await tx
    .update(incident)
    .set({ state: 'resolved', resolvedAt, version: sql`${incident.version} + 1` })
    .where(
      and(
        eq(incident.workspaceId, workspaceId),
        eq(incident.serverId, serverId),
        eq(incident.kind, kind),
        isNull(incident.resolvedAt),
      ),
    )
    .returning();
  return row ?? null;
}

export async function insertIncidentUpdate(tx: Db, row: typeof incidentUpdate.$inferInsert): Promise<void> {
  await tx.insert(incidentUpdate).values(row);
}

export async function readSnapshot(db: Db, workspaceId: string, hash: string) {
  const [row] = await db
    .select()
    .from(toolSnapshot)
    .where(and(eq(toolSnapshot.workspaceId, workspaceId), eq(toolSnapshot.hash, hash)));
  return row ?? null;
}

export async function readSurface(db: Db, workspaceId: string, hash: string) {
  const [row] = await db
    .select({ content: surfaceSnapshot.content })
    .from(surfaceSnapshot)
    .where(and(eq(surfaceSnapshot.workspaceId, workspaceId), eq(surfaceSnapshot.hash, hash)));
  return row?.content ?? null;
}

/** The tool lists a server had last, newest first: the present one and those before. */
export async function listLastBaselines(db: Db, workspaceId: string, serverId: string, limit: number) {
  return db
    .select({ hash: toolVersion.hash, replacedAt: toolVersion.replacedAt })
    .from(toolVersion)
    .where(and(eq(toolVersion.workspaceId, workspaceId), eq(toolVersion.serverId, serverId)))
    .orderBy(desc(toolVersion.firstSeenAt))
    .limit(limit);
}

/** Ends the present tool version of a server, if there is one, and begins the next. */
export async function replaceToolVersion(tx: Db, next: typeof toolVersion.$inferInsert): Promise<void> {
  await tx
    .update(toolVersion)
    .set({ replacedAt: next.firstSeenAt })
    .where(
      and(
        eq(toolVersion.workspaceId, next.workspaceId),
        eq(toolVersion.serverId, next.serverId),
        isNull(toolVersion.replacedAt),
      ),
    );
  await tx.insert(toolVersion).values(next);
}

export async function insertDrift(tx: Db, row: typeof drift.$inferInsert): Promise<DriftRow> {
  const [stored] = await tx.insert(drift).values(row).returning();
  if (!stored) throw new Error(`drift ${row.id} was not stored`);
  return stored;
}

/** Forgets what the regions saw, so that old words do not vote after a pause. */
export async function forgetRegionReports(tx: Db, workspaceId: string, serverId: string): Promise<void> {
  await tx
    .update(serverRegion)
    .set({ outcome: null, class: null, summary: null, checkedAt: null, runSince: null, runLength: 0 })
    .where(ofServer(serverRegion, workspaceId, serverId));
}
