import type { Page, PageQuery, StatusPage } from '@alivemcp/contracts';
import { listPagePlaces, listStatusPageRows } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { cutPage, toSlice } from '../page.ts';
import { toStatusPage } from './to-status-page.ts';

/** Newest first. */
export async function listStatusPages(ctx: ServiceContext, scope: Scope, page: PageQuery): Promise<Page<StatusPage>> {
  const { db } = ctx.database;
  const found = await listStatusPageRows(db, scope.workspaceId, toSlice(page));
  const { rows, nextCursor } = cutPage(found, page.limit, ({ createdAt, id }) => ({ at: createdAt, id }));
  const places = await listPagePlaces(
    db,
    scope.workspaceId,
    rows.map((row) => row.id),
  );
  const ofPage = Map.groupBy(places, (place) => place.pageId);
  return { data: rows.map((row) => toStatusPage(row, ofPage.get(row.id) ?? [], ctx.publicUrl)), nextCursor };
}
