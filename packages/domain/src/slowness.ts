import type { Slowness } from './server-machine.ts';

const WINDOW_MS = 5 * 60_000;
/** In a handful of probes the 95th percentile is the slowest one: so many must be over the budget to speak of it. */
const MIN_SLOW = 3;

/** How far back good probes count for the latency budget, ms: five minutes, or five rounds of a slow clock. */
export const slownessWindowMs = (intervalMs: number): number => Math.max(WINDOW_MS, 5 * intervalMs);

/** The 95th percentile (nearest rank) of good probes where it is above the budget; null where it is not, or they are too few. */
export function slownessOf(latenciesMs: readonly number[], budgetMs: number): Slowness | null {
  const sorted = latenciesMs.toSorted((a, b) => a - b);
  const p95Ms = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  const slow = sorted.filter((ms) => ms > budgetMs).length;
  return p95Ms > budgetMs && slow >= MIN_SLOW ? { p95Ms, budgetMs } : null;
}
