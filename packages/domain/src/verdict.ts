import { type FreshReport, freshReports, quorum, type RegionReport } from './quorum.ts';

/**
 * What the regions say together, before any memory of the past. `unknown`: nobody sees. `frozen`: too few see to agree on
 * anything. `up` may carry reports that disagree: the regional advisory.
 */
export type Verdict = {
  kind: 'unknown' | 'frozen' | 'up' | 'degraded' | 'down';
  need: number;
  fresh: FreshReport[];
  /** The reports behind a `down` or `degraded`, or the dissent behind an `up`. */
  against: FreshReport[];
};

/** Agreement of one server's regions. Source of the rule: docs/quorum.md. */
export function judgeRegions(reports: readonly RegionReport[], intervalMs: number, now: number): Verdict {
  const fresh = freshReports(reports, intervalMs, now);
  const need = quorum(reports.length, fresh.length);
  const failing = fresh.filter((report) => report.outcome === 'down');
  const worse = fresh.filter((report) => report.outcome !== 'up');

  if (fresh.length === 0) return { kind: 'unknown', need, fresh, against: [] };
  if (fresh.length < need) return { kind: 'frozen', need, fresh, against: worse };
  if (failing.length >= need) return { kind: 'down', need, fresh, against: failing };
  if (failing.length >= 2 || worse.length >= need) return { kind: 'degraded', need, fresh, against: worse };
  return { kind: 'up', need, fresh, against: worse };
}
