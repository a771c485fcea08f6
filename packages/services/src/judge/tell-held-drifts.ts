import { type Db, type LockedServer, takeHeldDrifts } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { emitDrift } from './tell-drift.ts';

/** Tells the changes that an announced maintenance held back. */
export async function tellHeldDrifts(tx: Db, ctx: ServiceContext, locked: LockedServer): Promise<void> {
  const { workspaceId, serverId } = locked.state;
  for (const row of await takeHeldDrifts(tx, workspaceId, serverId)) await emitDrift(tx, ctx, locked, row);
}
