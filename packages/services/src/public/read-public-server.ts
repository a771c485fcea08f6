import { type PublicServer, UPTIME_WINDOWS, WINDOW_MS } from '@alivemcp/contracts';
import {
  findLastDriftAt,
  findPublicServer,
  listOpenIncidents,
  listRegionsOfServers,
  sumTotalLatency,
} from '@alivemcp/db';
import { percentileMs } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import { isoOrNull } from '../iso-time.ts';
import { readUptime } from '../probe/read-uptime.ts';
import { readUptimePercents } from '../probe/read-uptime-percents.ts';
import { lastProbeAt, toRegionStates, toServerInfo, toTools } from '../server/to-server.ts';

/** What anybody may know of a server; null when there is none under this slug or it is not public. */
export async function readPublicServer(ctx: ServiceContext, slug: string): Promise<PublicServer | null> {
  const { db } = ctx.database;
  const row = await findPublicServer(db, slug);
  if (!row) return null;
  const { server, state } = row;
  const { workspaceId, id } = server;
  const now = ctx.clock.now();
  const [regions, [openIncident], driftAt, uptimes, uptime30d, latency] = await Promise.all([
    listRegionsOfServers(db, workspaceId, [id]),
    listOpenIncidents(db, workspaceId, [id]),
    findLastDriftAt(db, workspaceId, id),
    readUptimePercents(ctx, workspaceId, [id]),
    readUptime(ctx, { workspaceId, actor: 'system' }, id, '30d'),
    readLatencies(ctx, workspaceId, id),
  ]);
  return {
    id,
    slug: server.slug,
    name: server.name,
    url: withoutQuery(server.url),
    status: state.status,
    posture: state.posture,
    since: state.since.toISOString(),
    class: state.class,
    summary: state.summary,
    lastProbeAt: isoOrNull(lastProbeAt(regions)),
    regions: toRegionStates(regions, server.intervalMs, { regionOrder: ctx.regions, now }).map((state) => ({
      ...state,
      name: ctx.regionNames[state.region] ?? state.region,
    })),
    uptime: uptimes.get(id) ?? { '24h': null, '7d': null, '30d': null, '90d': null },
    coverage30d: uptime30d.coveragePercent,
    latency,
    protocolVersion: state.protocol?.version ?? null,
    serverInfo: toServerInfo(state),
    tools: toTools(state),
    driftAt: isoOrNull(driftAt),
    openIncident: openIncident
      ? { id: openIncident.id, title: openIncident.title, openedAt: openIncident.openedAt.toISOString() }
      : null,
  };
}

/** Owners put keys into query strings: strangers see none of it. */
function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

async function readLatencies(
  ctx: ServiceContext,
  workspaceId: string,
  serverId: string,
): Promise<PublicServer['latency']> {
  const now = ctx.clock.now();
  const since = UPTIME_WINDOWS.map((window) => new Date(now - WINDOW_MS[window]));
  const rows = await sumTotalLatency(ctx.database.db, workspaceId, serverId, since);
  const buckets = rows.map((row) => row.bucket);
  const entries = UPTIME_WINDOWS.map((window, i) => {
    const histogram = { buckets, counts: rows.map((row) => row.hits[i] ?? 0) };
    return [window, { p50Ms: percentileMs(histogram, 0.5), p95Ms: percentileMs(histogram, 0.95) }] as const;
  });
  return Object.fromEntries(entries) as PublicServer['latency'];
}
