import type { Maintenance, Page, PageQuery } from '@alivemcp/contracts';
import { listMaintenanceRows } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { cutPage, toSlice } from '../page.ts';
import { toMaintenances } from './to-maintenance.ts';

/** Newest first. */
export async function listMaintenance(
  ctx: ServiceContext,
  { workspaceId }: Scope,
  page: PageQuery,
): Promise<Page<Maintenance>> {
  const { db } = ctx.database;
  const found = await listMaintenanceRows(db, workspaceId, toSlice(page));
  const { rows, nextCursor } = cutPage(found, page.limit, ({ createdAt, id }) => ({ at: createdAt, id }));
  return { data: await toMaintenances(db, workspaceId, rows), nextCursor };
}
