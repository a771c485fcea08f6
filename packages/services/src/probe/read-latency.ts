import { type Latency, type LatencyQuery, type Percentiles, WINDOW_MS } from '@alivemcp/contracts';
import { findServer, listLatencyHours } from '@alivemcp/db';
import { countOf, type Histogram, mergeHistograms, percentileMs } from '@alivemcp/domain';
import type { Scope, ServiceContext } from '../context.ts';
import { notFound } from '../not-found.ts';

const STEP_MS = { '1h': 3_600_000, '6h': 6 * 3_600_000, '1d': 86_400_000 } as const;
const LONGEST_HOURLY_MS = WINDOW_MS['7d'];
const TOTAL = 'total';

/** Latency of good probes over a window: percentiles from merged histograms, never averaged. */
export async function readLatency(
  ctx: ServiceContext,
  scope: Scope,
  serverId: string,
  query: LatencyQuery,
): Promise<Latency> {
  const { db } = ctx.database;
  if (!(await findServer(db, scope.workspaceId, serverId))) {
    throw notFound('server');
  }
  const step = query.step ?? (WINDOW_MS[query.window] <= LONGEST_HOURLY_MS ? '1h' : '1d');
  const to = ctx.clock.now();
  const rows = await listLatencyHours(
    db,
    scope.workspaceId,
    serverId,
    new Date(to - WINDOW_MS[query.window]),
    new Date(to),
  );
  const totals = rows.filter((row) => row.phase === TOTAL);
  const phases = rows.filter((row) => row.phase !== TOTAL);
  const stepOf = (row: { hour: Date }) => row.hour.getTime() - (row.hour.getTime() % STEP_MS[step]);
  return {
    window: query.window,
    step,
    total: percentiles(totals),
    phases: groupPercentiles(phases, (row) => row.phase),
    regions: groupPercentiles(totals, (row) => row.region),
    points: [...Map.groupBy(totals, stepOf)].map(([at, group]) => ({
      at: new Date(at).toISOString(),
      ...percentiles(group),
    })),
  };
}

function groupPercentiles<Row extends Histogram>(
  rows: Row[],
  keyOf: (row: Row) => string,
): Record<string, Percentiles> {
  return Object.fromEntries([...Map.groupBy(rows, keyOf)].map(([key, group]) => [key, percentiles(group)]));
}

function percentiles(rows: Histogram[]): Percentiles {
  const merged = mergeHistograms(rows);
  return {
    count: countOf(merged),
    p50Ms: percentileMs(merged, 0.5),
    p95Ms: percentileMs(merged, 0.95),
    p99Ms: percentileMs(merged, 0.99),
  };
}
