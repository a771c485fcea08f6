/** The 95th percentile of the last minutes where it is above the server's budget. */
export type Slowness = { p95Ms: number; budgetMs: number };

/** In a handful of probes the 95th percentile is the slowest one: so many must be over the budget to speak of it. */
const MIN_SLOW = 3;

/** The 95th percentile (nearest rank) of good probes where it is above the budget; null where it is not, or they are too few. */
export function slownessOf(latenciesMs: readonly number[], budgetMs: number): Slowness | null {
  const sorted = latenciesMs.toSorted((a, b) => a - b);
  const p95Ms = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  const slow = sorted.filter((ms) => ms > budgetMs).length;
  return p95Ms > budgetMs && slow >= MIN_SLOW ? { p95Ms, budgetMs } : null;
}
