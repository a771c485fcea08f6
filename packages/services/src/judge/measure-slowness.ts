import { type Db, type LockedServer, listRecentLatencies } from '@alivemcp/db';
import { type Slowness, slownessOf, slownessWindowMs } from '@alivemcp/domain';
import type { RegionRow } from './region-report.ts';

/**
 * Which servers are over their latency budget, by server id. History is looked at only where a region was slow just now, or is
 * said to be.
 */
export async function measureSlowness(
  tx: Db,
  locked: readonly LockedServer[],
  regions: ReadonlyMap<string, readonly RegionRow[]>,
  now: number,
): Promise<Map<string, Slowness | null>> {
  const suspected = locked.filter(
    ({ state, server }) =>
      state.class === 'latency.over_budget' ||
      regions.get(state.serverId)?.some((region) => (region.latencyMs ?? 0) > server.latencyBudgetMs),
  );
  const latencies = await listRecentLatencies(
    tx,
    suspected.map(({ state, server }) => ({
      workspaceId: state.workspaceId,
      serverId: state.serverId,
      since: new Date(now - slownessWindowMs(server.intervalMs)),
    })),
  );
  return new Map(
    suspected.map(({ server }) => [server.id, slownessOf(latencies.get(server.id) ?? [], server.latencyBudgetMs)]),
  );
}
