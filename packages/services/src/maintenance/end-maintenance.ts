import type { Maintenance } from '@alivemcp/contracts';
import { lockMaintenance } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { closeWindow } from './close-window.ts';
import { getMaintenance } from './get-maintenance.ts';

/** Ends the running window now; a rule goes on with its next one. Nothing happens while none runs. */
export async function endMaintenance(ctx: ServiceContext, scope: Scope, id: string): Promise<Maintenance> {
  await ctx.database.transaction(async (tx) => {
    const row = found(await lockMaintenance(tx, scope.workspaceId, id), 'maintenance');
    if (!row.active) return;
    await closeWindow(tx, ctx, row);
    await appendAudit(tx, ctx, scope, { action: 'maintenance.ended', target: id });
  });
  return getMaintenance(ctx, scope, id);
}
