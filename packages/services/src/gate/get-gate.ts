import type { Gate } from '@alivemcp/contracts';
import { findGate } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { toGate } from './to-gate.ts';

export async function getGate(ctx: ServiceContext, { workspaceId }: Scope, id: string): Promise<Gate> {
  return toGate(found(await findGate(ctx.database.db, workspaceId, id), 'gate'));
}
