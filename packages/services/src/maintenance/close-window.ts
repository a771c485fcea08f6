import { type Db, type MaintenanceRow, updateMaintenanceRow } from '@alivemcp/db';
import { windowEndingAfter } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import { nextColumns } from './next-columns.ts';
import { tellMaintenance } from './tell-maintenance.ts';

/** Ends the present window of a locked maintenance and plans the next. One that nobody was told of ends without a word. */
export async function closeWindow(tx: Db, ctx: ServiceContext, row: MaintenanceRow): Promise<void> {
  if (row.active) await tellMaintenance(tx, ctx, row, 'ended');
  const { workspaceId, id, startsAt, endsAt } = row;
  const over = Math.max(ctx.clock.now(), row.nextEndsAt?.getTime() ?? 0);
  const next = windowEndingAfter({ ...row, startsAt: startsAt.getTime(), endsAt: endsAt.getTime() }, over);
  await updateMaintenanceRow(tx, workspaceId, id, { active: false, ...nextColumns(next) });
}
