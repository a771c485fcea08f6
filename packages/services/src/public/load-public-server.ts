import { cleanLine, type PublicServer, UPTIME_WINDOWS, type UptimeWindow, WINDOW_MS } from '@alivemcp/contracts';
import {
  findLastDriftAt,
  listOpenIncidents,
  listRegionsOfServers,
  type PublicServerRow,
  type ServerRegionRow,
  sumTotalLatency,
} from '@alivemcp/db';
import { percentileMs, type StateChange } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import { isoOrNull } from '../iso-time.ts';
import { readStateLog } from '../probe/read-state-log.ts';
import { uptimeOfWindows } from '../probe/uptime-of-windows.ts';
import { lastProbeAt, toServerInfo, toTools } from '../server/to-server.ts';
import { publicSummary } from './public-text.ts';
import { toPublicRegions } from './to-public-regions.ts';

/** A public server, with its regions, the 90 days of state changes and the coverage behind its figures. */
export type LoadedPublicServer = {
  server: PublicServer;
  regions: ServerRegionRow[];
  changes: StateChange[];
  coverage: Record<UptimeWindow, number>;
};

export async function loadPublicServer(
  ctx: ServiceContext,
  { server, state }: PublicServerRow,
): Promise<LoadedPublicServer> {
  const { db } = ctx.database;
  const { workspaceId, id } = server;
  const now = ctx.clock.now();
  const [regions, [openIncident], driftAt, log, latency] = await Promise.all([
    listRegionsOfServers(db, workspaceId, [id]),
    listOpenIncidents(db, workspaceId, [id]),
    findLastDriftAt(db, workspaceId, id),
    readStateLog(ctx, workspaceId, [id], now - WINDOW_MS['90d']),
    readLatencies(ctx, workspaceId, id),
  ]);
  const changes = log.get(id) ?? [];
  const { uptime, coverage } = uptimeOfWindows(changes, server.createdAt.getTime(), now);
  const serverInfo = toServerInfo(state);
  const shown: PublicServer = {
    id,
    slug: server.slug,
    name: cleanLine(server.name),
    url: withoutQuery(server.url),
    status: state.status,
    posture: state.posture,
    since: state.since.toISOString(),
    class: state.class,
    summary: publicSummary(state.summary),
    lastProbeAt: isoOrNull(lastProbeAt(regions)),
    regions: toPublicRegions(ctx, regions, server.intervalMs),
    uptime,
    coverage30d: coverage['30d'],
    latency,
    protocolVersion: state.protocol && cleanLine(state.protocol.version, 64),
    serverInfo: serverInfo && { name: cleanLine(serverInfo.name), version: cleanLine(serverInfo.version) },
    tools: toTools(state),
    driftAt: isoOrNull(driftAt),
    openIncident: openIncident
      ? { id: openIncident.id, title: cleanLine(openIncident.title), openedAt: openIncident.openedAt.toISOString() }
      : null,
  };
  return { server: shown, regions, changes, coverage };
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
