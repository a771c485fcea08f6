import type { IncidentKind } from '@alivemcp/contracts';
import { and, desc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm';
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

export type LockedServer = { state: typeof serverState.$inferSelect; server: typeof server.$inferSelect };

/** These servers as a table `wanted` to join with. */
const asWanted = (targets: readonly TargetRef[]) => sql`unnest(
  ${sql.param(targets.map((target) => target.workspaceId))}::text[],
  ${sql.param(targets.map((target) => target.serverId))}::text[]) as wanted(workspace_id, server_id)`;
const isWanted = (table: typeof serverState | typeof serverRegion) =>
  sql`${table.workspaceId} = wanted.workspace_id and ${table.serverId} = wanted.server_id`;

/**
 * The states of servers under their row locks, with what their events need. Locked in the order of their ids, as everywhere: two
 * batches never wait for each other. Those that were deleted meanwhile are not among them.
 */
export async function lockServerStates(tx: Db, targets: readonly TargetRef[]): Promise<LockedServer[]> {
  return tx
    .select({ state: serverState, server })
    .from(serverState)
    .innerJoin(asWanted(targets), isWanted(serverState))
    .innerJoin(server, and(eq(server.workspaceId, serverState.workspaceId), eq(server.id, serverState.serverId)))
    .orderBy(serverState.serverId)
    .for('update', { of: serverState });
}

/** The same of one server; null when it was deleted meanwhile. */
export async function lockServerState(tx: Db, workspaceId: string, serverId: string): Promise<LockedServer | null> {
  const [row] = await lockServerStates(tx, [{ workspaceId, serverId }]);
  return row ?? null;
}

/** What the regions of these servers saw last, by server id; each in the order of its regions' names. */
export async function listRegionsOf(db: Db, targets: readonly TargetRef[]) {
  const rows = await db
    .select({ row: serverRegion })
    .from(serverRegion)
    .innerJoin(asWanted(targets), isWanted(serverRegion))
    .orderBy(serverRegion.region);
  return Map.groupBy(
    rows.map(({ row }) => row),
    ({ serverId }) => serverId,
  );
}

export async function listRegions(db: Db, workspaceId: string, serverId: string) {
  return (await listRegionsOf(db, [{ workspaceId, serverId }])).get(serverId) ?? [];
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

const STATE_COLUMNS = Object.entries(getTableColumns(serverState)).map(([field, { name }]) => ({ field, name }));
const ALL_OF_STATE = sql.join(
  STATE_COLUMNS.map(({ name }) => sql`${sql.identifier(name)} = changed.${sql.identifier(name)}`),
  sql`, `,
);

/** Writes whole state rows, in one statement. The caller holds their locks. */
export async function saveServerStates(tx: Db, states: readonly LockedServer['state'][]): Promise<void> {
  if (states.length === 0) return;
  const rows = states.map((state) =>
    Object.fromEntries(STATE_COLUMNS.map(({ field, name }) => [name, state[field as keyof typeof state]])),
  );
  await tx.execute(sql`
    update server_state s set ${ALL_OF_STATE} from json_populate_recordset(null::server_state, ${JSON.stringify(rows)}::json) changed
    where s.workspace_id = changed.workspace_id and s.server_id = changed.server_id`);
}

export async function setRegionsActive(tx: Db, workspaceId: string, serverId: string, active: boolean): Promise<void> {
  await tx
    .update(serverRegion)
    .set({ active })
    .where(ofServer(serverRegion, workspaceId, serverId));
}

export type NewTransition = typeof transition.$inferInsert;

export async function insertTransitions(tx: Db, rows: NewTransition[]): Promise<void> {
  if (rows.length > 0) await tx.insert(transition).values(rows);
}

/**
 * Watched servers none of whose regions has spoken for 2.5 intervals: nobody else would judge them. Where a prober has results on its
 * disk that are still to come, its region has spoken, only not yet here.
 */
export async function listSilentServers(db: Db, now: Date, limit: number): Promise<TargetRef[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const { rows } = await db.execute<TargetRef>(sql`
    with behind as (
      select distinct region from prober
      where seen_at > ${at} - interval '30 seconds' and (health ->> 'waiting')::int > 0
    )
    select s.workspace_id as "workspaceId", s.server_id as "serverId"
    from server_state s
    where s.status in ('up', 'degraded', 'down') and not exists (
      select from server_region r
      where r.workspace_id = s.workspace_id and r.server_id = s.server_id
        and (r.checked_at >= ${at} - r.interval_s * interval '2.5 seconds' or r.region in (select region from behind)))
    limit ${limit}`);
  return rows;
}

/** Opens an incident unless one of its kind is open: the partial unique index decides. Returns it, or null. */
export async function openIncident(tx: Db, row: typeof incident.$inferInsert) {
  const [opened] = await tx.insert(incident).values(row).onConflictDoNothing().returning();
  return opened ?? null;
}

export async function findOpenIncident(db: Db, workspaceId: string, serverId: string, kind: IncidentKind) {
  const [row] = await db
    .select()
    .from(incident)
    .where(isOpen(workspaceId, serverId, [kind]));
  return row ?? null;
}

/** Closes the open incidents of these kinds and returns them as they are now. */
export async function resolveIncidents(
  tx: Db,
  workspaceId: string,
  serverId: string,
  kinds: readonly IncidentKind[],
  resolvedAt: Date,
) {
  if (kinds.length === 0) return [];
  return tx
    .update(incident)
    .set({ state: 'resolved', resolvedAt, version: sql`${incident.version} + 1` })
    .where(isOpen(workspaceId, serverId, kinds))
    .returning();
}

const isOpen = (workspaceId: string, serverId: string, kinds: readonly IncidentKind[]) =>
  and(
    eq(incident.workspaceId, workspaceId),
    eq(incident.serverId, serverId),
    inArray(incident.kind, kinds),
    isNull(incident.resolvedAt),
  );

export type NewIncidentUpdate = typeof incidentUpdate.$inferInsert;

export async function insertIncidentUpdates(tx: Db, rows: NewIncidentUpdate[]): Promise<void> {
  if (rows.length > 0) await tx.insert(incidentUpdate).values(rows);
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
    .set({
      outcome: null,
      class: null,
      summary: null,
      checkedAt: null,
      resumedFrom: null,
      runSince: null,
      runLength: 0,
    })
    .where(ofServer(serverRegion, workspaceId, serverId));
}
