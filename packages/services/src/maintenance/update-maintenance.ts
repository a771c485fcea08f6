import type { Maintenance, UpdateMaintenanceBody } from '@alivemcp/contracts';
import { lockMaintenance, replaceMaintenanceServers, updateMaintenanceRow } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { checkServers } from '../server/check-servers.ts';
import { getMaintenance } from './get-maintenance.ts';
import { nextColumns } from './next-columns.ts';
import { planWindow } from './plan-window.ts';
import { tellMaintenance } from './tell-maintenance.ts';

/** Changes what was announced; `serverIds` replaces the whole list. A running window that no longer runs ends. */
export async function updateMaintenance(
  ctx: ServiceContext,
  scope: Scope,
  id: string,
  { serverIds, startsAt, endsAt, ...body }: UpdateMaintenanceBody,
): Promise<Maintenance> {
  const { workspaceId } = scope;
  const now = ctx.clock.now();
  await ctx.database.transaction(async (tx) => {
    const row = found(await lockMaintenance(tx, workspaceId, id), 'maintenance');
    const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    const fields = {
      ...given,
      ...(startsAt !== undefined && { startsAt: new Date(startsAt) }),
      ...(endsAt !== undefined && { endsAt: new Date(endsAt) }),
    };
    const isReplanned = ['startsAt', 'endsAt', 'rrule', 'timeZone'].some((field) => field in fields);
    const window = isReplanned ? planWindow({ ...row, ...fields }, now) : null;
    const stops = row.active && window !== null && window.startsAt > now;
    if (stops) await tellMaintenance(tx, ctx, row, 'ended');
    await updateMaintenanceRow(tx, workspaceId, id, {
      ...fields,
      ...(window && nextColumns(window)),
      ...(stops && { active: false }),
      updatedAt: new Date(now),
    });
    if (serverIds) {
      await checkServers(tx, workspaceId, serverIds, (i) => `/serverIds/${i}`);
      await replaceMaintenanceServers(tx, workspaceId, id, serverIds);
    }
    const detail = { fields: [...Object.keys(fields), ...(serverIds ? ['serverIds'] : [])] };
    await appendAudit(tx, ctx, scope, { action: 'maintenance.updated', target: id, detail });
  });
  return getMaintenance(ctx, scope, id);
}
