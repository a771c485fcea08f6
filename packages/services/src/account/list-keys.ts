import type { ApiKey, Page, PageQuery } from '@alivemcp/contracts';
import { listApiKeys } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { toPage, toSlice } from '../page.ts';
import { toApiKey } from './to-api-key.ts';

/** Keys that were not revoked, newest first. */
export async function listKeys(ctx: ServiceContext, scope: Scope, page: PageQuery): Promise<Page<ApiKey>> {
  const rows = await listApiKeys(ctx.database.db, scope.workspaceId, toSlice(page));
  return toPage(rows, page.limit, ({ createdAt, id }) => ({ at: createdAt, id }), toApiKey);
}
