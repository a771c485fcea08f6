import type { ListServersFilter, Page, PageQuery, Server } from '@alivemcp/contracts';
import { listServerRows } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { cutPage, toSlice } from '../page.ts';
import { loadServerFacts } from './load-server-facts.ts';

/** Newest first. */
export async function listServers(
  ctx: ServiceContext,
  scope: Scope,
  filter: ListServersFilter,
  page: PageQuery,
): Promise<Page<Server>> {
  const found = await listServerRows(ctx.database.db, scope.workspaceId, filter, toSlice(page));
  const { rows, nextCursor } = cutPage(found, page.limit, ({ server }) => ({ at: server.createdAt, id: server.id }));
  return { data: await loadServerFacts(ctx, scope.workspaceId, rows), nextCursor };
}
