import { cleanLine, type ServerPageView } from '@alivemcp/contracts';
import { findPublicServer, listDeprecations, listDriftRows, listPresentToolNames, sumLatencyDays } from '@alivemcp/db';
import { percentileMs } from '@alivemcp/domain';
import { generatedUntil } from '../account/to-session-workspace.ts';
import type { ServiceContext } from '../context.ts';
import { loadInconsistencies } from '../drift/load-inconsistencies.ts';
import { toDeprecatedTool } from '../drift/to-deprecated-tool.ts';
import { dayName, lastUtcDays, uptimeDays } from '../probe/uptime-days.ts';
import { loadPublicServer } from './load-public-server.ts';
import { readPublicIncidents } from './read-public-incidents.ts';
import { readAnnounced } from './read-public-maintenance.ts';
import { toPublicChange } from './to-public-change.ts';

const UPTIME_DAYS = 90;
const LATENCY_DAYS = 30;
const MAX_DRIFTS = 10;
/** So many tell all that changed; the changelog has the others. */
const WHOLE_DRIFTS = 3;
const REMOVED_WITHIN_MS = 90 * 86_400_000;
const MAX_DEPRECATED = 50;

/** Everything the page of a public server shows; null when there is none under this slug or it is not public. */
export async function readServerPage(ctx: ServiceContext, slug: string): Promise<ServerPageView | null> {
  const { db } = ctx.database;
  const row = await findPublicServer(db, slug);
  if (!row) return null;
  const { workspaceId, id, createdAt } = row.server;
  const shown = { id, shownName: cleanLine(row.server.name), isPublic: true };
  const [{ server, regions, changes, coverage }, latencyDays, incidents, drifts, deprecated, toolNames, maintenance] =
    await Promise.all([
      loadPublicServer(ctx, row),
      readLatencyDays(ctx, workspaceId, id),
      readPublicIncidents(ctx, workspaceId, [shown]),
      listDriftRows(db, workspaceId, id, { after: null, limit: MAX_DRIFTS }),
      readDeprecated(ctx, workspaceId, id),
      listPresentToolNames(db, workspaceId, id),
      readAnnounced(ctx, workspaceId, [shown]),
    ]);
  const inconsistent = await loadInconsistencies(db, row.state, regions);
  const now = ctx.clock.now();
  return {
    server,
    days: uptimeDays(lastUtcDays(UPTIME_DAYS, now), changes, createdAt.getTime(), 0, now),
    coverage,
    latencyDays,
    incidents,
    drifts: drifts.map((drift, i) => toPublicChange(drift, i < WHOLE_DRIFTS)),
    deprecated,
    inconsistent: inconsistent.map(({ kind, since }) => ({ kind, since })),
    toolNames: toolNames.map((name) => cleanLine(name)).sort(),
    maintenance,
    generatedUntil: generatedUntil(row.workspace),
  };
}

/** Tools that are marked, and those whose end is not long past. */
async function readDeprecated(
  ctx: ServiceContext,
  workspaceId: string,
  serverId: string,
): Promise<ServerPageView['deprecated']> {
  const since = ctx.clock.now() - REMOVED_WITHIN_MS;
  const rows = await listDeprecations(ctx.database.db, workspaceId, serverId);
  return rows
    .filter(({ removedAt }) => removedAt === null || removedAt.getTime() > since)
    .slice(0, MAX_DEPRECATED)
    .map(toDeprecatedTool)
    .map(({ tool, markedAt, promisedUntil, removedAt, verdict }) => ({
      tool: cleanLine(tool),
      markedAt,
      promisedUntil,
      removedAt,
      verdict,
    }));
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
