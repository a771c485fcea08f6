import { type Server, UPTIME_WINDOWS, WINDOW_MS } from '@alivemcp/contracts';
import { listCreationTimes, listStateChanges } from '@alivemcp/db';
import { sumStates, uptimePercent } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';

/** Uptime of several servers over the four windows, from one reading of the transition log. */
export async function readUptimePercents(
  ctx: Pick<ServiceContext, 'database' | 'clock'>,
  workspaceId: string,
  serverIds: string[],
): Promise<Map<string, Server['uptime']>> {
  const now = ctx.clock.now();
  const { db } = ctx.database;
  const created = await listCreationTimes(db, workspaceId, serverIds);
  const log = await listStateChanges(db, workspaceId, serverIds, new Date(now - WINDOW_MS['90d']));
  const byServer = Map.groupBy(log, (change) => change.serverId);
  return new Map(
    created.map(({ id, createdAt }) => {
      const changes = (byServer.get(id) ?? []).map((change) => ({ to: change.to, at: change.at.getTime() }));
      const percent = (windowMs: number) => uptimePercent(sumStates(changes, createdAt.getTime(), now - windowMs, now));
      const entries = UPTIME_WINDOWS.map((window) => [window, percent(WINDOW_MS[window])] as const);
      return [id, Object.fromEntries(entries) as Server['uptime']];
    }),
  );
}
