import { type Latency, type LatencyQuery, type Percentiles, WINDOW_MS } from '@alivemcp/contracts';
import { type Db, findServer, listDays, listFiveMinutes, listHours, type RollupRow } from '@alivemcp/db';
import { countOf, type Histogram, mergeHistograms, percentileMs } from '@alivemcp/domain';
import type { Scope, ServiceContext } from '../context.ts';
import { notFound } from '../not-found.ts';

const HOUR_MS = 3_600_000;
const STEP_MS = { '1h': HOUR_MS, '6h': 6 * HOUR_MS, '1d': 24 * HOUR_MS } as const;
const LONGEST_HOURLY_MS = WINDOW_MS['7d'];
const TOTAL = 'total';

/** Latency of good probes over a window: percentiles from merged histograms, never averaged. */
export async function readLatency(
  ctx: ServiceContext,
  scope: Scope,
  serverId: string,
  { window, step: wanted }: LatencyQuery,
): Promise<Latency> {
  const { db } = ctx.database;
  if (!(await findServer(db, scope.workspaceId, serverId))) {
    throw notFound('server');
  }
  const step = wanted ?? (WINDOW_MS[window] <= LONGEST_HOURLY_MS ? '1h' : '1d');
  const to = ctx.clock.now();
  const stretch = [scope.workspaceId, serverId, new Date(to - WINDOW_MS[window]), new Date(to)] as const;
  const rows = (await LEVELS[window](db, ...stretch)).filter(hasSamples);
  // Days cannot be drawn by the hour.
  const drawn = window === '90d' && step !== '1d' ? (await listHours(db, ...stretch)).filter(hasSamples) : rows;
  const totals = rows.filter(isTotal);
  const stepOf = (row: RollupRow) => row.at.getTime() - (row.at.getTime() % STEP_MS[step]);
  return {
    window,
    step,
    total: percentiles(totals),
    phases: groupPercentiles(
      rows.filter((row) => !isTotal(row)),
      (row) => row.phase,
    ),
    regions: groupPercentiles(totals, (row) => row.region),
    points: [...Map.groupBy(drawn.filter(isTotal), stepOf)].map(([at, group]) => ({
      at: new Date(at).toISOString(),
      ...percentiles(group),
    })),
  };
}

type Read = (db: Db, workspaceId: string, serverId: string, from: Date, to: Date) => Promise<RollupRow[]>;

/** The coarsest rows that show a window as it is: reading 90 days costs 90 rows. */
const LEVELS: Record<LatencyQuery['window'], Read> = {
  '24h': readDay,
  '7d': listHours,
  '30d': listHours,
  '90d': readQuarter,
};

/** Days, and what they do not hold yet by the hour: today at least. */
async function readQuarter(...stretch: Parameters<Read>): Promise<RollupRow[]> {
  const [db, workspaceId, serverId, from, to] = stretch;
  const days = await listDays(...stretch);
  const newest = days.at(-1)?.at ?? from;
  return [...days.filter((row) => row.at < newest), ...(await listHours(db, workspaceId, serverId, newest, to))];
}

/** Five minutes as far back as there are any, hours before that and for the phases. */
async function readDay(...stretch: Parameters<Read>): Promise<RollupRow[]> {
  const fine = await listFiveMinutes(...stretch);
  const hours = await listHours(...stretch);
  const first = fine[0]?.at.getTime() ?? Number.POSITIVE_INFINITY;
  return [...hours.filter((row) => !isTotal(row) || row.at.getTime() + HOUR_MS <= first), ...fine];
}

/** An hour without a good probe has its outcomes, and nothing to say here. */
const hasSamples = (row: RollupRow): boolean => row.buckets.length > 0;
const isTotal = (row: RollupRow): boolean => row.phase === TOTAL;

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
