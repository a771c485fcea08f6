import type { Drift, Page, PageQuery } from '@alivemcp/contracts';
import { findServer, listDriftRows } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { toPage, toSlice } from '../page.ts';
import { toDrift } from './to-drift.ts';

/** Newest first. */
export async function listDrift(
  ctx: ServiceContext,
  scope: Scope,
  serverId: string,
  page: PageQuery,
): Promise<Page<Drift>> {
  const { db } = ctx.database;
  const slice = toSlice(page);
  found(await findServer(db, scope.workspaceId, serverId), 'server');
  const rows = await listDriftRows(db, scope.workspaceId, serverId, slice);
  return toPage(rows, page.limit, ({ at, id }) => ({ at, id }), toDrift);
}
