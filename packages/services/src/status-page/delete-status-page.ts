import { deleteStatusPageRow } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';

export async function deleteStatusPage(ctx: ServiceContext, scope: Scope, pageId: string): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const row = found(await deleteStatusPageRow(tx, scope.workspaceId, pageId), 'status page');
    const detail = { title: row.title, slug: row.slug };
    await appendAudit(tx, ctx, scope, { action: 'status_page.deleted', target: pageId, detail });
  });
}
