import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { server, statusPage, statusPageServer } from '../schema/index.ts';
import { isBehind, type Slice } from './page.ts';

export type StatusPageRow = typeof statusPage.$inferSelect;
export type StatusPageServerRow = typeof statusPageServer.$inferSelect;

const isPage = (workspaceId: string, id: string) => and(eq(statusPage.workspaceId, workspaceId), eq(statusPage.id, id));

/** Null when the slug is taken, in whatever workspace. */
export async function insertStatusPage(tx: Db, row: typeof statusPage.$inferInsert): Promise<StatusPageRow | null> {
  const [stored] = await tx.insert(statusPage).values(row).onConflictDoNothing().returning();
  return stored ?? null;
}

export async function findStatusPage(db: Db, workspaceId: string, id: string): Promise<StatusPageRow | null> {
  const [row] = await db.select().from(statusPage).where(isPage(workspaceId, id));
  return row ?? null;
}

export async function lockStatusPage(tx: Db, workspaceId: string, id: string): Promise<StatusPageRow | null> {
  const [row] = await tx.select().from(statusPage).where(isPage(workspaceId, id)).for('update');
  return row ?? null;
}

export async function listStatusPageRows(db: Db, workspaceId: string, slice: Slice): Promise<StatusPageRow[]> {
  return db
    .select()
    .from(statusPage)
    .where(and(eq(statusPage.workspaceId, workspaceId), isBehind(statusPage.createdAt, statusPage.id, slice.after)))
    .orderBy(desc(statusPage.createdAt), desc(statusPage.id))
    .limit(slice.limit);
}

/** Throws a unique violation (`status_page_slug_key`) when the new slug is taken. */
export async function updateStatusPageRow(
  tx: Db,
  workspaceId: string,
  id: string,
  patch: Partial<typeof statusPage.$inferInsert>,
): Promise<StatusPageRow | null> {
  const [row] = await tx.update(statusPage).set(patch).where(isPage(workspaceId, id)).returning();
  return row ?? null;
}

export async function deleteStatusPageRow(tx: Db, workspaceId: string, id: string): Promise<StatusPageRow | null> {
  const [row] = await tx.delete(statusPage).where(isPage(workspaceId, id)).returning();
  return row ?? null;
}

/** The places on several pages, in their order. */
export async function listPagePlaces(db: Db, workspaceId: string, pageIds: string[]): Promise<StatusPageServerRow[]> {
  if (pageIds.length === 0) return [];
  return db
    .select()
    .from(statusPageServer)
    .where(and(eq(statusPageServer.workspaceId, workspaceId), inArray(statusPageServer.pageId, pageIds)))
    .orderBy(asc(statusPageServer.pageId), asc(statusPageServer.position));
}

/** Puts exactly these servers on a page, in this order. */
export async function replacePagePlaces(
  tx: Db,
  workspaceId: string,
  pageId: string,
  places: Pick<StatusPageServerRow, 'serverId' | 'name' | 'group'>[],
): Promise<void> {
  await tx
    .delete(statusPageServer)
    .where(and(eq(statusPageServer.workspaceId, workspaceId), eq(statusPageServer.pageId, pageId)));
  if (places.length === 0) return;
  await tx
    .insert(statusPageServer)
    .values(places.map((place, position) => ({ workspaceId, pageId, position, ...place })));
}

/** Those of these servers that are of the workspace; none of them can be deleted until the transaction ends. */
export async function holdServers(tx: Db, workspaceId: string, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: server.id })
    .from(server)
    .where(and(eq(server.workspaceId, workspaceId), inArray(server.id, ids)))
    .orderBy(asc(server.id))
    .for('key share');
  return new Set(rows.map((row) => row.id));
}

/** Of these slugs, those that some status page of any workspace has. */
export async function listTakenPageSlugs(db: Db, slugs: string[]): Promise<Set<string>> {
  const rows = await db.select({ slug: statusPage.slug }).from(statusPage).where(inArray(statusPage.slug, slugs));
  return new Set(rows.map((row) => row.slug));
}
