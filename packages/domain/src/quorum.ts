import type { FailureClass, Outcome, Posture } from '@alivemcp/contracts';

/** The newest thing one region saw. Times are epoch ms; `runSince` is the first of the present run of equal outcomes. */
export type RegionReport = {
  region: string;
  outcome: Outcome | null;
  posture: Posture | null;
  class: FailureClass | null;
  summary: string | null;
  checkedAt: number | null;
  runSince: number | null;
  runLength: number;
};

/** A report that may vote: it exists, it is young, and it knows. */
export type FreshReport = RegionReport & { outcome: 'up' | 'degraded' | 'down'; checkedAt: number; runSince: number };

/** A region's word holds this many intervals, then the region is unknown. */
const FRESH_INTERVALS = 2.5;

/** Epoch ms at which a report made at `checkedAt` stops being fresh. */
export const freshUntil = (checkedAt: number, intervalMs: number) => checkedAt + FRESH_INTERVALS * intervalMs;

export function freshReports(reports: readonly RegionReport[], intervalMs: number, now: number): FreshReport[] {
  return reports.filter(
    (report): report is FreshReport =>
      report.outcome !== null &&
      report.outcome !== 'unknown' &&
      report.runSince !== null &&
      report.checkedAt !== null &&
      freshUntil(report.checkedAt, intervalMs) >= now,
  );
}

/** How many regions must agree: a strict majority of those that see, and at least two where two or more are assigned. */
export function quorum(assigned: number, sighted: number): number {
  return assigned === 1 ? 1 : Math.max(2, Math.floor(sighted / 2) + 1);
}
