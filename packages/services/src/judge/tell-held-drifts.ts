import { type Db, takeHeldDrifts } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import type { Judging } from './judging.ts';
import { emitDrift } from './tell-drift.ts';

/** Tells the changes that an announced maintenance held back. */
export async function tellHeldDrifts(tx: Db, ctx: ServiceContext, judging: Judging): Promise<void> {
  const { workspaceId, serverId } = judging.state;
  for (const row of await takeHeldDrifts(tx, workspaceId, serverId)) emitDrift(ctx, judging, row);
}
