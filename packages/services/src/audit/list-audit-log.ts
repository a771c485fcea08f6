import type { Page, PageQuery } from '@alivemcp/contracts';
import { listAudit } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { toPage, toSlice } from '../page.ts';

export type AuditEntry = {
  id: string;
  at: string;
  actor: string;
  action: string;
  target: string;
  detail: Record<string, unknown>;
};

/** Newest first. */
export async function listAuditLog(ctx: ServiceContext, scope: Scope, page: PageQuery): Promise<Page<AuditEntry>> {
  const rows = await listAudit(ctx.database.db, scope.workspaceId, toSlice(page));
  return toPage(
    rows,
    page.limit,
    (row) => row,
    ({ id, at, actor, action, target, detail }) => ({ id, at: at.toISOString(), actor, action, target, detail }),
  );
}
