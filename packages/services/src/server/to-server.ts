import { FAILURE_CLASSES, type Outcome, type Server } from '@alivemcp/contracts';
import type { ServerRegionRow, ServerStateRow, ServerWithState } from '@alivemcp/db';
import { freshUntil } from '@alivemcp/domain';
import { isoOrNull } from '../iso-time.ts';

export type ServerFacts = {
  regions: ServerRegionRow[];
  uptime: Server['uptime'];
  p95Ms: number | null;
  openIncidentId: string | null;
  openDrifts: number;
  /** The installation's regions, in the order they are shown. */
  regionOrder: readonly string[];
  now: number;
};

/** A server as the API shows it. */
export function toServer({ server, state }: ServerWithState, facts: ServerFacts): Server {
  return {
    id: server.id,
    url: server.url,
    name: server.name,
    slug: server.slug,
    public: server.public,
    status: state.status,
    posture: state.posture,
    class: state.class,
    summary: state.summary,
    firstAction: (state.class && FAILURE_CLASSES[state.class].firstAction) || null,
    since: state.since.toISOString(),
    lastProbeAt: isoOrNull(lastProbeAt(facts.regions)),
    intervalMs: server.intervalMs,
    transport: server.transport,
    auth: { type: server.authType, setAt: isoOrNull(server.authSetAt), expiresAt: isoOrNull(server.authExpiresAt) },
    sensitivity: server.sensitivity,
    latencyBudgetMs: server.latencyBudgetMs,
    expectations: server.expectations,
    autoAccept: server.autoAccept,
    alternateClient: server.alternateClient,
    tags: server.tags,
    regions: toRegionStates(facts.regions, server.intervalMs, facts),
    flappingSince: isoOrNull(state.flappingSince),
    mutedUntil: server.mutedUntil && server.mutedUntil.getTime() > facts.now ? server.mutedUntil.toISOString() : null,
    regionalAdvisory: toAdvisory(state),
    protocol: state.protocol,
    serverInfo: toServerInfo(state),
    tools: toTools(state),
    inconsistent: state.unsettled?.told === true || state.byClient !== null,
    openDrifts: facts.openDrifts,
    uptime: facts.uptime,
    p95Ms: facts.p95Ms,
    openIncidentId: facts.openIncidentId,
    createdAt: server.createdAt.toISOString(),
    updatedAt: server.updatedAt.toISOString(),
  };
}

/** Start of the newest probe of any region. */
export function lastProbeAt(regions: ServerRegionRow[]): Date | null {
  const times = regions.flatMap(({ checkedAt }) => (checkedAt === null ? [] : [checkedAt.getTime()]));
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}

/** What each region says now, in the installation's order; a region that was silent for too long is unknown. */
export function toRegionStates(
  regions: ServerRegionRow[],
  intervalMs: number,
  { regionOrder, now }: Pick<ServerFacts, 'regionOrder' | 'now'>,
): Server['regions'] {
  const rank = (row: ServerRegionRow) => (regionOrder.indexOf(row.region) + 1 || regionOrder.length + 1) - 1;
  return regions
    .toSorted((a, b) => rank(a) - rank(b))
    .map((row) => ({
      region: row.region,
      status: freshOutcome(row, intervalMs, now),
      class: row.class,
      latencyMs: row.latencyMs,
      checkedAt: isoOrNull(row.checkedAt),
    }));
}

function freshOutcome({ outcome, checkedAt }: ServerRegionRow, intervalMs: number, now: number): Outcome {
  if (outcome === null || checkedAt === null) return 'unknown';
  return freshUntil(checkedAt.getTime(), intervalMs) >= now ? outcome : 'unknown';
}

const toAdvisory = ({ advisoryRegions, advisorySince }: ServerStateRow): Server['regionalAdvisory'] =>
  advisoryRegions.length > 0 && advisorySince ? { regions: advisoryRegions, since: advisorySince.toISOString() } : null;

export const toServerInfo = ({ serverName, serverVersion }: ServerStateRow): Server['serverInfo'] =>
  serverName === null ? null : { name: serverName, version: serverVersion ?? '' };

export const toTools = ({ toolsCount, toolsHash, toolsChangedAt }: ServerStateRow): Server['tools'] =>
  toolsCount === null || toolsHash === null || toolsChangedAt === null
    ? null
    : { count: toolsCount, hash: toolsHash, changedAt: toolsChangedAt.toISOString() };
