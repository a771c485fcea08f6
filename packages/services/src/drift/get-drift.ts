import type { Drift } from '@alivemcp/contracts';
import { findDrift } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { toDrift } from './to-drift.ts';

export async function getDrift(ctx: ServiceContext, scope: Scope, serverId: string, driftId: string): Promise<Drift> {
  return toDrift(found(await findDrift(ctx.database.db, scope.workspaceId, serverId, driftId), 'drift'));
}
