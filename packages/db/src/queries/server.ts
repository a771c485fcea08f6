import type { ServerStatus } from '@alivemcp/contracts';
import { and, arrayContains, desc, eq, ilike, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { incident, server, serverRegion, serverState } from '../schema/index.ts';
import { type LockedServer, lockServerState } from './judge.ts';
import { isBehind, type Slice } from './page.ts';

export type ServerRow = typeof server.$inferSelect;
export type ServerStateRow = typeof serverState.$inferSelect;
export type ServerRegionRow = typeof serverRegion.$inferSelect;
export type ServerWithState = { server: ServerRow; state: ServerStateRow };

const isServer = (workspaceId: string, id: string) => and(eq(server.workspaceId, workspaceId), eq(server.id, id));
const stateOfServer = and(eq(serverState.workspaceId, server.workspaceId), eq(serverState.serverId, server.id));
const escapeLike = (text: string) => text.replace(/[\\%_]/g, (special) => `\\${special}`);

/** Stores a server unless its URL (in the workspace) or its slug (anywhere) is taken. Returns whether it was stored. */
export async function insertServer(tx: Db, row: typeof server.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(server).values(row).onConflictDoNothing().returning({ id: server.id });
  return rows.length > 0;
}

export async function insertServerState(tx: Db, row: typeof serverState.$inferInsert): Promise<void> {
  await tx.insert(serverState).values(row);
}

export async function findServerIdByUrl(db: Db, workspaceId: string, url: string): Promise<string | null> {
  const [row] = await db
    .select({ id: server.id })
    .from(server)
    .where(and(eq(server.workspaceId, workspaceId), eq(server.url, url)));
  return row?.id ?? null;
}

/** Of these slugs, those that some server of any workspace has. */
export async function listTakenSlugs(db: Db, slugs: string[]): Promise<Set<string>> {
  const rows = await db.select({ slug: server.slug }).from(server).where(inArray(server.slug, slugs));
  return new Set(rows.map((row) => row.slug));
}

export async function findServer(db: Db, workspaceId: string, id: string): Promise<ServerWithState | null> {
  const [row] = await db
    .select({ server, state: serverState })
    .from(server)
    .innerJoin(serverState, stateOfServer)
    .where(isServer(workspaceId, id));
  return row ?? null;
}

/**
 * A server under all its row locks, regions before state: the order in which results are recorded. `server` itself is left
 * for the last statement, because everything that refers to it waits for that one.
 */
export async function lockServer(tx: Db, workspaceId: string, id: string): Promise<LockedServer | null> {
  await tx
    .select({ region: serverRegion.region })
    .from(serverRegion)
    .where(and(eq(serverRegion.workspaceId, workspaceId), eq(serverRegion.serverId, id)))
    .orderBy(serverRegion.region)
    .for('update');
  return lockServerState(tx, workspaceId, id);
}

export async function listServerRows(
  db: Db,
  workspaceId: string,
  filter: { status?: ServerStatus; tag?: string; q?: string },
  slice: Slice,
): Promise<ServerWithState[]> {
  const like = filter.q ? `%${escapeLike(filter.q)}%` : undefined;
  return db
    .select({ server, state: serverState })
    .from(server)
    .innerJoin(serverState, stateOfServer)
    .where(
      and(
        eq(server.workspaceId, workspaceId),
        filter.status && eq(serverState.status, filter.status),
        filter.tag ? arrayContains(server.tags, [filter.tag]) : undefined,
        like ? or(ilike(server.name, like), ilike(server.url, like), ilike(server.slug, like)) : undefined,
        isBehind(server.createdAt, server.id, slice.after),
      ),
    )
    .orderBy(desc(server.createdAt), desc(server.id))
    .limit(slice.limit);
}

export async function listRegionsOfServers(db: Db, workspaceId: string, ids: string[]): Promise<ServerRegionRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(serverRegion)
    .where(and(eq(serverRegion.workspaceId, workspaceId), inArray(serverRegion.serverId, ids)));
}

/** The open incident of each server that has one; an automatic one goes before a manual one, the worse before the milder. */
export async function listOpenIncidents(db: Db, workspaceId: string, serverIds: string[]) {
  if (serverIds.length === 0) return [];
  const weight = sql`case ${incident.kind} when 'down' then 0 when 'degraded' then 1 else 2 end`;
  return db
    .selectDistinctOn([incident.serverId], {
      serverId: incident.serverId,
      id: incident.id,
      title: incident.title,
      openedAt: incident.openedAt,
    })
    .from(incident)
    .where(
      and(eq(incident.workspaceId, workspaceId), inArray(incident.serverId, serverIds), isNull(incident.resolvedAt)),
    )
    .orderBy(incident.serverId, weight, desc(incident.openedAt));
}

/** Throws a unique violation (`server_url_key`, `server_slug_key`) when the new URL or slug is taken. */
export async function updateServerRow(
  tx: Db,
  workspaceId: string,
  id: string,
  patch: Partial<typeof server.$inferInsert>,
): Promise<void> {
  await tx.update(server).set(patch).where(isServer(workspaceId, id));
}

/** The server and everything found out about it; raw results leave with their partition. */
export async function deleteServerRow(tx: Db, workspaceId: string, id: string): Promise<ServerRow | null> {
  const [row] = await tx.delete(server).where(isServer(workspaceId, id)).returning();
  return row ?? null;
}

export type WheelPlace = { region: string; intervalS: number; slot: number };

/** Puts a server on the wheel of exactly these regions. What a region that stays has seen is kept. */
export async function placeOnWheel(
  tx: Db,
  workspaceId: string,
  serverId: string,
  places: WheelPlace[],
  active: boolean,
): Promise<void> {
  const regions = places.map((place) => place.region);
  await tx
    .delete(serverRegion)
    .where(
      and(
        eq(serverRegion.workspaceId, workspaceId),
        eq(serverRegion.serverId, serverId),
        sql`${serverRegion.region} <> all(${sql.param(regions)}::text[])`,
      ),
    );
  await tx
    .insert(serverRegion)
    .values(places.map((place) => ({ workspaceId, serverId, active, ...place })))
    .onConflictDoUpdate({
      target: [serverRegion.workspaceId, serverRegion.serverId, serverRegion.region],
      set: { intervalS: sql`excluded.interval_s`, slot: sql`excluded.slot` },
    });
}
