import type { Gate, ListGatesFilter, Page, PageQuery } from '@alivemcp/contracts';
import { listGateRows } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { toPage, toSlice } from '../page.ts';
import { toGate } from './to-gate.ts';

/** Newest first. */
export async function listGates(
  ctx: ServiceContext,
  { workspaceId }: Scope,
  filter: ListGatesFilter,
  page: PageQuery,
): Promise<Page<Gate>> {
  const rows = await listGateRows(ctx.database.db, workspaceId, filter, toSlice(page));
  return toPage(rows, page.limit, ({ createdAt, id }) => ({ at: createdAt, id }), toGate);
}
