import { type Db, type LockedServer, listRecentChecks } from '@alivemcp/db';
import { quorum, type Shortfall, shortfallOf, shortfallWindowMs } from '@alivemcp/domain';
import type { RegionRow } from './region-report.ts';

type Regions = ReadonlyMap<string, readonly RegionRow[]>;

/**
 * What servers that are not down fall short of, by server id. History is looked at only where a region just had a failure or a slow
 * answer, or where the server is degraded.
 */
export async function measureShortfall(
  tx: Db,
  locked: readonly LockedServer[],
  regions: Regions,
  now: number,
): Promise<Map<string, Shortfall | null>> {
  const suspected = locked.filter((one) => isSuspected(one, regions));
  const checks = await listRecentChecks(
    tx,
    suspected.map(({ state, server }) => ({
      workspaceId: state.workspaceId,
      serverId: state.serverId,
      since: new Date(Math.max(now - shortfallWindowMs(server.intervalMs), goodSince(state))),
    })),
  );
  return new Map(
    suspected.map(({ server: { id, latencyBudgetMs } }) => {
      const assigned = regions.get(id)?.length ?? 0;
      return [id, shortfallOf(checks.get(id) ?? [], { latencyBudgetMs, need: quorum(assigned, assigned) })];
    }),
  );
}

const isSuspected = ({ state, server }: LockedServer, regions: Regions): boolean =>
  state.status === 'degraded' ||
  (state.status === 'up' &&
    (regions.get(server.id) ?? []).some(
      ({ outcome, latencyMs }) => outcome === 'down' || (latencyMs ?? 0) > server.latencyBudgetMs,
    ));

/** The failures of an outage that is over are not held against a server once more. */
const goodSince = ({ status, since }: LockedServer['state']): number => (status === 'up' ? since.getTime() : 0);
