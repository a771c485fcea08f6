import { type Server, WINDOW_MS } from '@alivemcp/contracts';
import { listCreationTimes } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { readStateLog } from './read-state-log.ts';
import { uptimeOfWindows } from './uptime-of-windows.ts';

/** Uptime of several servers over the four windows, from one reading of the transition log. */
export async function readUptimePercents(
  ctx: Pick<ServiceContext, 'database' | 'clock'>,
  workspaceId: string,
  serverIds: string[],
): Promise<Map<string, Server['uptime']>> {
  const now = ctx.clock.now();
  const created = await listCreationTimes(ctx.database.db, workspaceId, serverIds);
  const log = await readStateLog(ctx, workspaceId, serverIds, now - WINDOW_MS['90d']);
  return new Map(
    created.map(({ id, createdAt }) => [id, uptimeOfWindows(log.get(id) ?? [], createdAt.getTime(), now).uptime]),
  );
}
