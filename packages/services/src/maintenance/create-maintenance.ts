import type { CreateMaintenanceBody, Maintenance } from '@alivemcp/contracts';
import { insertMaintenance, replaceMaintenanceServers } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { newId } from '../new-id.ts';
import { checkServers } from '../server/check-servers.ts';
import { getMaintenance } from './get-maintenance.ts';
import { nextColumns } from './next-columns.ts';
import { planWindow } from './plan-window.ts';

/**
 * Announces work on servers. While a window runs they are in maintenance: nobody is alerted, and the time is outside their
 * uptime. Throws `server_unknown`, and `invalid` for a window in the past or a rule that cannot be followed.
 */
export async function createMaintenance(
  ctx: ServiceContext,
  scope: Scope,
  { serverIds, startsAt, endsAt, ...fields }: CreateMaintenanceBody,
): Promise<Maintenance> {
  const { workspaceId } = scope;
  const now = ctx.clock.now();
  const plan = { ...fields, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
  const window = planWindow(plan, now);
  const id = newId('maintenance', now);
  const at = new Date(now);
  await ctx.database.transaction(async (tx) => {
    await checkServers(tx, workspaceId, serverIds, (i) => `/serverIds/${i}`);
    await insertMaintenance(tx, { workspaceId, id, ...plan, ...nextColumns(window), createdAt: at, updatedAt: at });
    await replaceMaintenanceServers(tx, workspaceId, id, serverIds);
    await appendAudit(tx, ctx, scope, { action: 'maintenance.created', target: id, detail: { title: plan.title } });
  });
  return getMaintenance(ctx, scope, id);
}
