import type { Incident, ListIncidentsFilter, Page, PageQuery } from '@alivemcp/contracts';
import { listIncidentRows } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { cutPage, toSlice } from '../page.ts';
import { withUpdates } from './with-updates.ts';

/** Newest first, by when they began. */
export async function listIncidents(
  ctx: ServiceContext,
  scope: Scope,
  filter: ListIncidentsFilter,
  page: PageQuery,
): Promise<Page<Incident>> {
  const { db } = ctx.database;
  const found = await listIncidentRows(db, scope.workspaceId, filter, toSlice(page));
  const { rows, nextCursor } = cutPage(found, page.limit, ({ openedAt, id }) => ({ at: openedAt, id }));
  return { data: await withUpdates(db, ctx, scope.workspaceId, rows), nextCursor };
}
