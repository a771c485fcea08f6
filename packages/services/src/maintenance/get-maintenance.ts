import type { Maintenance } from '@alivemcp/contracts';
import { findMaintenance } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { toMaintenances } from './to-maintenance.ts';

export async function getMaintenance(ctx: ServiceContext, { workspaceId }: Scope, id: string): Promise<Maintenance> {
  const { db } = ctx.database;
  const row = found(await findMaintenance(db, workspaceId, id), 'maintenance');
  const [shown] = await toMaintenances(db, workspaceId, [row]);
  return found(shown, 'maintenance');
}
