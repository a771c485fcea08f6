import { cleanLine, type ServerPageView } from '@alivemcp/contracts';
import { findPublicServer, listPresentToolNames, listRecentDrifts, sumLatencyDays } from '@alivemcp/db';
import { percentileMs } from '@alivemcp/domain';
import { generatedUntil } from '../account/to-session-workspace.ts';
import type { ServiceContext } from '../context.ts';
import { dayName, lastUtcDays, uptimeDays } from '../probe/uptime-days.ts';
import { loadPublicServer } from './load-public-server.ts';
import { readPublicIncidents } from './read-public-incidents.ts';
import { toPublicDrift } from './to-public-drift.ts';

const UPTIME_DAYS = 90;
const LATENCY_DAYS = 30;
const MAX_DRIFTS = 10;

/** Everything the page of a public server shows; null when there is none under this slug or it is not public. */
export async function readServerPage(ctx: ServiceContext, slug: string): Promise<ServerPageView | null> {
  const { db } = ctx.database;
  const row = await findPublicServer(db, slug);
  if (!row) return null;
  const { workspaceId, id, createdAt } = row.server;
  const shown = { id, shownName: cleanLine(row.server.name), isPublic: true };
  const [{ server, changes, coverage }, latencyDays, incidents, drifts, toolNames] = await Promise.all([
    loadPublicServer(ctx, row),
    readLatencyDays(ctx, workspaceId, id),
    readPublicIncidents(ctx, workspaceId, [shown]),
    listRecentDrifts(db, workspaceId, [id], MAX_DRIFTS),
    listPresentToolNames(db, workspaceId, id),
  ]);
  const now = ctx.clock.now();
  return {
    server,
    days: uptimeDays(lastUtcDays(UPTIME_DAYS, now), changes, createdAt.getTime(), 0, now),
    coverage,
    latencyDays,
    incidents,
    drifts: drifts.map(toPublicDrift),
    toolNames: toolNames.map((name) => cleanLine(name)).sort(),
    generatedUntil: generatedUntil(row.workspace),
  };
}

/** One entry for each of the last 30 UTC days, oldest first; null on days without a good probe. */
async function readLatencyDays(
  ctx: ServiceContext,
  workspaceId: string,
  serverId: string,
): Promise<ServerPageView['latencyDays']> {
  const starts = lastUtcDays(LATENCY_DAYS, ctx.clock.now());
  const rows = await sumLatencyDays(ctx.database.db, workspaceId, serverId, new Date(starts[0] ?? 0));
  const ofDay = Map.groupBy(rows, (row) => row.day);
  return starts.map((start) => {
    const day = dayName(start);
    const samples = ofDay.get(day) ?? [];
    const histogram = { buckets: samples.map(({ bucket }) => bucket), counts: samples.map(({ count }) => count) };
    return { day, p50Ms: percentileMs(histogram, 0.5), p95Ms: percentileMs(histogram, 0.95) };
  });
}
