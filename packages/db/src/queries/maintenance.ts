import { and, asc, desc, eq, inArray, isNotNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { drift, maintenance, maintenanceServer, server } from '../schema/index.ts';
import type { TargetRef } from './dispatch.ts';
import { isBehind, type Slice } from './page.ts';

export type MaintenanceRow = typeof maintenance.$inferSelect;

const isOne = (workspaceId: string, id: string) =>
  and(eq(maintenance.workspaceId, workspaceId), eq(maintenance.id, id));

export async function insertMaintenance(tx: Db, row: typeof maintenance.$inferInsert): Promise<void> {
  await tx.insert(maintenance).values(row);
}

export async function findMaintenance(db: Db, workspaceId: string, id: string): Promise<MaintenanceRow | null> {
  const [row] = await db.select().from(maintenance).where(isOne(workspaceId, id));
  return row ?? null;
}

export async function lockMaintenance(tx: Db, workspaceId: string, id: string): Promise<MaintenanceRow | null> {
  const [row] = await tx.select().from(maintenance).where(isOne(workspaceId, id)).for('update');
  return row ?? null;
}

/** Newest first. */
export async function listMaintenanceRows(db: Db, workspaceId: string, slice: Slice): Promise<MaintenanceRow[]> {
  return db
    .select()
    .from(maintenance)
    .where(and(eq(maintenance.workspaceId, workspaceId), isBehind(maintenance.createdAt, maintenance.id, slice.after)))
    .orderBy(desc(maintenance.createdAt), desc(maintenance.id))
    .limit(slice.limit);
}

export async function updateMaintenanceRow(
  tx: Db,
  workspaceId: string,
  id: string,
  patch: Partial<typeof maintenance.$inferInsert>,
): Promise<void> {
  await tx.update(maintenance).set(patch).where(isOne(workspaceId, id));
}

export async function deleteMaintenanceRow(tx: Db, workspaceId: string, id: string): Promise<void> {
  await tx.delete(maintenance).where(isOne(workspaceId, id));
}

/** Puts a maintenance on exactly these servers. */
export async function replaceMaintenanceServers(
  tx: Db,
  workspaceId: string,
  maintenanceId: string,
  serverIds: string[],
): Promise<void> {
  await tx
    .delete(maintenanceServer)
    .where(and(eq(maintenanceServer.workspaceId, workspaceId), eq(maintenanceServer.maintenanceId, maintenanceId)));
  if (serverIds.length === 0) return;
  await tx.insert(maintenanceServer).values(serverIds.map((serverId) => ({ workspaceId, maintenanceId, serverId })));
}

/** The servers of several maintenances, by name. */
export async function listMaintenanceServers(db: Db, workspaceId: string, ids: string[]) {
  if (ids.length === 0) return [];
  return db
    .select({ maintenanceId: maintenanceServer.maintenanceId, serverId: server.id, name: server.name })
    .from(maintenanceServer)
    .innerJoin(
      server,
      and(eq(server.workspaceId, maintenanceServer.workspaceId), eq(server.id, maintenanceServer.serverId)),
    )
    .where(and(eq(maintenanceServer.workspaceId, workspaceId), inArray(maintenanceServer.maintenanceId, ids)))
    .orderBy(asc(server.name), asc(server.id));
}

/** Running and coming windows on any of these servers, soonest first. */
export async function listAnnounced(db: Db, workspaceId: string, serverIds: string[], limit: number) {
  if (serverIds.length === 0) return [];
  return db
    .selectDistinct()
    .from(maintenance)
    .where(
      and(
        eq(maintenance.workspaceId, workspaceId),
        isNotNull(maintenance.nextStartsAt),
        sql`exists (select from maintenance_server p where p.workspace_id = ${maintenance.workspaceId}
          and p.maintenance_id = ${maintenance.id} and p.server_id = any(${sql.param(serverIds)}::text[]))`,
      ),
    )
    .orderBy(asc(maintenance.nextStartsAt))
    .limit(limit);
}

/** Maintenances of all workspaces whose window has begun untold, or is over. */
export async function listTurningMaintenances(db: Db, now: Date, limit: number) {
  return db
    .select({ workspaceId: maintenance.workspaceId, id: maintenance.id })
    .from(maintenance)
    .where(and(lte(maintenance.nextStartsAt, now), or(eq(maintenance.active, false), lte(maintenance.nextEndsAt, now))))
    .orderBy(asc(maintenance.nextStartsAt))
    .limit(limit);
}

/**
 * Servers whose status is not what the running windows say: `since` is the start of the window that one is to enter, null for
 * one that is to leave.
 */
export async function listMisplacedServers(db: Db, limit: number): Promise<(TargetRef & { since: Date | null })[]> {
  const { rows } = await db.execute<TargetRef & { since: string | null }>(sql`
    with running as (
      select p.workspace_id, p.server_id, min(m.next_starts_at) as since
      from maintenance m
      join maintenance_server p on p.workspace_id = m.workspace_id and p.maintenance_id = m.id
      where m.active
      group by 1, 2
    )
    select s.workspace_id as "workspaceId", s.server_id as "serverId", r.since
    from running r join server_state s on s.workspace_id = r.workspace_id and s.server_id = r.server_id
    where s.status not in ('maintenance', 'paused')
    union all
    select s.workspace_id, s.server_id, null
    from server_state s left join running r on r.workspace_id = s.workspace_id and r.server_id = s.server_id
    where s.status = 'maintenance' and r.server_id is null
    limit ${limit}`);
  return rows.map((row) => ({ ...row, since: row.since === null ? null : new Date(row.since) }));
}

/** Changes of a server that were recorded while nobody was to be told, oldest first; from now on they count as told. */
export async function takeHeldDrifts(tx: Db, workspaceId: string, serverId: string) {
  const rows = await tx
    .update(drift)
    .set({ told: true })
    .where(and(eq(drift.workspaceId, workspaceId), eq(drift.serverId, serverId), eq(drift.told, false)))
    .returning();
  return rows.sort((a, b) => a.at.getTime() - b.at.getTime());
}
