import {
  cleanLine,
  cleanText,
  FAILURE_CLASSES,
  type StatusPageComponent,
  type StatusPageView,
  WINDOW_MS,
} from '@alivemcp/contracts';
import {
  findPublishedPage,
  listLastDrifts,
  listRegionsOfServers,
  listServersOfPage,
  type ServerRegionRow,
} from '@alivemcp/db';
import type { StateChange } from '@alivemcp/domain';
import { generatedUntil } from '../account/to-session-workspace.ts';
import type { ServiceContext } from '../context.ts';
import { isoOrNull } from '../iso-time.ts';
import { readP95 } from '../probe/read-p95.ts';
import { readStateLog } from '../probe/read-state-log.ts';
import { lastUtcDays, uptimeDays } from '../probe/uptime-days.ts';
import { uptimeOfWindows } from '../probe/uptime-of-windows.ts';
import { lastProbeAt, toTools } from '../server/to-server.ts';
import { publicSummary } from './public-text.ts';
import { readPublicIncidents } from './read-public-incidents.ts';
import { readPublicMaintenance } from './read-public-maintenance.ts';
import { toPublicRegions } from './to-public-regions.ts';

const UPTIME_DAYS = 90;

type PageServer = Awaited<ReturnType<typeof listServersOfPage>>[number];
type Facts = { regions: ServerRegionRow[]; changes: StateChange[]; p95Ms: number | null; driftAt: Date | null };

/**
 * Everything a status page shows; null when there is none under this slug or it is not published. A fixed number of
 * queries, however many servers it has. `updatedAt` is the last change of anything on it.
 */
export async function readStatusPage(ctx: ServiceContext, slug: string): Promise<StatusPageView | null> {
  const { db } = ctx.database;
  const found = await findPublishedPage(db, slug);
  if (!found) return null;
  const { page, workspace } = found;
  const { workspaceId } = page;
  const servers = await listServersOfPage(db, workspaceId, page.id);
  const ids = servers.map(({ server }) => server.id);
  const [regions, log, p95, lastDrifts, incidents, maintenance] = await Promise.all([
    listRegionsOfServers(db, workspaceId, ids),
    readStateLog(ctx, workspaceId, ids, ctx.clock.now() - WINDOW_MS['90d']),
    readP95(ctx, workspaceId, ids),
    listLastDrifts(db, workspaceId, ids),
    readPublicIncidents(ctx, workspaceId, servers.map(toShownServer)),
    readPublicMaintenance(ctx, workspaceId, servers.map(toShownServer)),
  ]);
  const regionsOf = Map.groupBy(regions, (row) => row.serverId);
  const driftOf = new Map(lastDrifts.map((row) => [row.serverId, row.at]));
  const components = servers.map((row) =>
    toComponent(ctx, row, {
      regions: regionsOf.get(row.server.id) ?? [],
      changes: log.get(row.server.id) ?? [],
      p95Ms: p95.get(row.server.id) ?? null,
      driftAt: driftOf.get(row.server.id) ?? null,
    }),
  );
  const said = incidents.flatMap((incident) => incident.updates.map((update) => update.at));
  const announced = maintenance.map((each) => each.updatedAt);
  return {
    id: page.id,
    slug: page.slug,
    title: cleanLine(page.title),
    description: cleanText(page.description),
    updatedAt: latest([page.updatedAt.toISOString(), ...components.map((one) => one.updatedAt), ...said, ...announced]),
    components,
    incidents,
    maintenance,
    generatedUntil: generatedUntil(workspace),
  };
}

export const toShownServer = ({ place, server }: PageServer) => ({
  id: server.id,
  shownName: cleanLine(place.name ?? server.name),
  isPublic: server.public,
});

function toComponent(ctx: ServiceContext, row: PageServer, facts: Facts): StatusPageComponent {
  const { place, server, state } = row;
  const now = ctx.clock.now();
  const createdAt = server.createdAt.getTime();
  const { uptime, coverage } = uptimeOfWindows(facts.changes, createdAt, now);
  // What a probe said may name the address, which strangers do not see of a private server.
  const sentence = state.class && FAILURE_CLASSES[state.class].sentence;
  return {
    id: server.id,
    name: toShownServer(row).shownName,
    group: place.group === null ? null : cleanLine(place.group),
    status: state.status,
    since: state.since.toISOString(),
    summary: server.public ? publicSummary(state.summary) : sentence,
    lastProbeAt: isoOrNull(lastProbeAt(facts.regions)),
    regions: toPublicRegions(ctx, facts.regions, server.intervalMs),
    uptime,
    coverage90d: coverage['90d'],
    p95Ms: facts.p95Ms,
    days: uptimeDays(lastUtcDays(UPTIME_DAYS, now), facts.changes, createdAt, 0, now),
    tools: toTools(state),
    driftAt: isoOrNull(facts.driftAt),
    path: server.public ? `/s/${server.slug}` : null,
    createdAt: server.createdAt.toISOString(),
    updatedAt: latest([server.updatedAt.toISOString(), state.since.toISOString()]),
  };
}

/** ISO times of one form sort as text. */
const latest = (times: string[]): string => times.reduce((a, b) => (a > b ? a : b));
