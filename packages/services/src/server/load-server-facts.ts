import type { Server } from '@alivemcp/contracts';
import { countOpenDrifts, listOpenIncidents, listRegionsOfServers, type ServerWithState } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { readP95 } from '../probe/read-p95.ts';
import { readUptimePercents } from '../probe/read-uptime-percents.ts';
import { toServer } from './to-server.ts';

const NOTHING_OBSERVED: Server['uptime'] = { '24h': null, '7d': null, '30d': null, '90d': null };

/** Completes servers of one workspace, in their order: a fixed number of queries, however many there are. */
export async function loadServerFacts(
  ctx: ServiceContext,
  workspaceId: string,
  rows: ServerWithState[],
): Promise<Server[]> {
  const ids = rows.map(({ server }) => server.id);
  const { db } = ctx.database;
  const [regions, incidents, drifts, uptimes, p95] = await Promise.all([
    listRegionsOfServers(db, workspaceId, ids),
    listOpenIncidents(db, workspaceId, ids),
    countOpenDrifts(db, workspaceId, ids),
    readUptimePercents(ctx, workspaceId, ids),
    readP95(ctx, workspaceId, ids),
  ]);
  const regionsOf = Map.groupBy(regions, (row) => row.serverId);
  const incidentOf = new Map(incidents.map((row) => [row.serverId, row.id]));
  const driftsOf = new Map(drifts.map((row) => [row.serverId, row.count]));
  const now = ctx.clock.now();
  return rows.map((row) =>
    toServer(row, {
      regions: regionsOf.get(row.server.id) ?? [],
      uptime: uptimes.get(row.server.id) ?? NOTHING_OBSERVED,
      p95Ms: p95.get(row.server.id) ?? null,
      openIncidentId: incidentOf.get(row.server.id) ?? null,
      openDrifts: driftsOf.get(row.server.id) ?? 0,
      regionOrder: ctx.regions,
      now,
    }),
  );
}
