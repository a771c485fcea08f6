import { deleteMaintenanceRow, lockMaintenance } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { tellMaintenance } from './tell-maintenance.ts';

/** Takes an announcement back; a running window ends. */
export async function deleteMaintenance(ctx: ServiceContext, scope: Scope, id: string): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const row = found(await lockMaintenance(tx, scope.workspaceId, id), 'maintenance');
    if (row.active) await tellMaintenance(tx, ctx, row, 'ended');
    await deleteMaintenanceRow(tx, scope.workspaceId, id);
    const detail = { title: row.title };
    await appendAudit(tx, ctx, scope, { action: 'maintenance.deleted', target: id, detail });
  });
}
