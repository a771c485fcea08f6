/** Milliseconds of a month: what was seen of it, how much of that was down, and what is still to come. */
export type BudgetTime = { observedMs: number; downMs: number; remainingMs: number };

export type ErrorBudget = {
  allowedMs: number;
  spentMs: number;
  /** Below zero when more was spent than allowed. */
  leftMs: number;
  /** Two decimals, floored: 100 says that nothing is left. */
  spentPercent: number | null;
  /** 1 is the pace that spends exactly all of it by the end of the month. Two decimals. */
  burnRate: number | null;
};

/**
 * The downtime a target (percent) allows in the observed time of a month; what is still to come counts as observed, so that the
 * budget of a running month is that of the whole. Null when nothing was observed. Source: docs/sla-report.md.
 */
export function errorBudget(time: BudgetTime, targetPercent: number): ErrorBudget | null {
  const { observedMs, downMs, remainingMs } = time;
  if (observedMs === 0) return null;
  const wholeMs = observedMs + remainingMs;
  const allowedMs = Math.round((wholeMs * (100 - targetPercent)) / 100);
  return {
    allowedMs,
    spentMs: downMs,
    leftMs: allowedMs - downMs,
    spentPercent: allowedMs > 0 ? Math.floor((downMs * 10_000) / allowedMs) / 100 : null,
    burnRate: allowedMs > 0 ? Math.round((downMs * wholeMs * 100) / (allowedMs * observedMs)) / 100 : null,
  };
}
