import type { Delivery, ListDeliveriesFilter, Page, PageQuery } from '@alivemcp/contracts';
import { listDeliveryRows } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { toPage, toSlice } from '../page.ts';
import { toDelivery } from './to-delivery.ts';

/** Newest first. */
export async function listDeliveries(
  ctx: ServiceContext,
  scope: Scope,
  filter: ListDeliveriesFilter,
  page: PageQuery,
): Promise<Page<Delivery>> {
  const rows = await listDeliveryRows(ctx.database.db, scope.workspaceId, filter, toSlice(page));
  return toPage(rows, page.limit, ({ createdAt, id }) => ({ at: createdAt, id }), toDelivery);
}
