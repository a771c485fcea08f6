import { listOutages, listStateChangesWithin, mergeRollups, type ReportScope } from '@alivemcp/db';
import { type MonthSpan, type Outage, sumStates } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import type { MonthFacts } from './to-figures.ts';

const DAY_MS = 86_400_000;
const NO_PROBES = { up: 0, degraded: 0, down: 0, buckets: [], counts: [] };

type ReportServer = { id: string; name: string; createdAt: Date };

/** What the log, the incidents and the history say of each of these servers in a month that is known until `until`. */
export async function loadMonthFacts(
  ctx: ServiceContext,
  scope: ReportScope,
  servers: ReportServer[],
  { from, to, until }: MonthSpan & { until: number },
): Promise<(MonthFacts & { id: string; name: string })[]> {
  const { db } = ctx.database;
  const now = ctx.clock.now();
  const stretch = [scope, new Date(from), new Date(until)] as const;
  const changes = Map.groupBy(await listStateChangesWithin(db, ...stretch), (change) => change.serverId);
  const outages = Map.groupBy(await listOutages(db, ...stretch), (outage) => outage.serverId);
  // A day that goes on is read by the hour.
  const today = new Date(now - (now % DAY_MS));
  const rollups = await mergeRollups(db, scope, { from: new Date(from), hoursFrom: today, to: new Date(until) });
  const probes = new Map(rollups.map((rollup) => [rollup.serverId, rollup]));
  return servers.map(({ id, name, createdAt }) => ({
    id,
    name,
    states: sumStates(changes.get(id) ?? [], createdAt.getTime(), from, until),
    remainingMs: to - until,
    outages: (outages.get(id) ?? []).map(toOutage),
    probes: probes.get(id) ?? NO_PROBES,
  }));
}

const toOutage = (row: { openedAt: Date; detectedAt: Date; resolvedAt: Date | null }): Outage => ({
  openedAt: row.openedAt.getTime(),
  detectedAt: row.detectedAt.getTime(),
  resolvedAt: row.resolvedAt?.getTime() ?? null,
});
