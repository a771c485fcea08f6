import type { Latency } from '@alivemcp/contracts';

const STEP_MS: Record<Latency['step'], number> = { '1h': 3_600_000, '6h': 6 * 3_600_000, '1d': 86_400_000 };

export type ChartPoint = { at: number; p50Ms: number | null; p95Ms: number | null; p99Ms: number | null };

/** The points in order of time. Where steps are missing stands an empty one, so that no line is drawn over what nobody saw. */
export function withGaps({ points, step }: Pick<Latency, 'points' | 'step'>): ChartPoint[] {
  const shown: ChartPoint[] = [];
  const ordered = points
    .map(({ at, p50Ms, p95Ms, p99Ms }) => ({ at: Date.parse(at), p50Ms, p95Ms, p99Ms }))
    .sort((a, b) => a.at - b.at);
  for (const point of ordered) {
    const next = (shown.at(-1)?.at ?? point.at) + STEP_MS[step];
    if (point.at > next) shown.push({ at: next, p50Ms: null, p95Ms: null, p99Ms: null });
    shown.push(point);
  }
  return shown;
}
