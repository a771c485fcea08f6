import { hasOwner } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

/** Whether nobody owns this installation yet. */
export async function isSetupPending(ctx: Pick<ServiceContext, 'database'>): Promise<boolean> {
  return !(await hasOwner(ctx.database.db));
}
