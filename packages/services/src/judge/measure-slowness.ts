import { type Db, type LockedServer, listRecentLatencies } from '@alivemcp/db';
import { type Slowness, slownessOf, slownessWindowMs } from '@alivemcp/domain';
import type { RegionRow } from './region-report.ts';

/** Whether a server is over its latency budget. History is looked at only where a region was slow just now, or is said to be. */
export async function measureSlowness(
  tx: Db,
  { state, server }: LockedServer,
  regions: RegionRow[],
  now: number,
): Promise<Slowness | null> {
  const { latencyBudgetMs, intervalMs } = server;
  const isSuspected = regions.some((region) => (region.latencyMs ?? 0) > latencyBudgetMs);
  if (!isSuspected && state.class !== 'latency.over_budget') return null;
  const since = new Date(now - slownessWindowMs(intervalMs));
  return slownessOf(await listRecentLatencies(tx, state.workspaceId, state.serverId, since), latencyBudgetMs);
}
