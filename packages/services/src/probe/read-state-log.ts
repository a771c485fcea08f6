import { listStateChanges } from '@alivemcp/db';
import type { StateChange } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';

/** The state changes of each server since `fromMs`, with the one in force then. A server without any is left out. */
export async function readStateLog(
  ctx: Pick<ServiceContext, 'database'>,
  workspaceId: string,
  serverIds: string[],
  fromMs: number,
): Promise<Map<string, StateChange[]>> {
  const rows = await listStateChanges(ctx.database.db, workspaceId, serverIds, new Date(fromMs));
  const log = new Map<string, StateChange[]>();
  for (const { serverId, to, at } of rows) {
    const changes = log.get(serverId) ?? [];
    changes.push({ to, at: at.getTime() });
    log.set(serverId, changes);
  }
  return log;
}
