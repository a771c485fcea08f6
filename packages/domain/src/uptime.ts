import type { ServerStatus } from '@alivemcp/contracts';

/** A change of state as the transition log has it: `to` holds from `at` (epoch ms) until the next. */
export type StateChange = { to: ServerStatus; at: number };

/** Milliseconds spent in each state inside a window. */
export type StateSums = Record<ServerStatus, number>;

/**
 * Time in each state between `fromMs` and `toMs`. Before its registration a server has no time at all. `changes` are
 * ordered by `at`; from `createdAtMs` until the first of them the server is pending.
 */
export function sumStates(
  changes: readonly StateChange[],
  createdAtMs: number,
  fromMs: number,
  toMs: number,
): StateSums {
  const sums: StateSums = { up: 0, degraded: 0, down: 0, unknown: 0, paused: 0, maintenance: 0, pending: 0 };
  let status: ServerStatus = 'pending';
  let since = createdAtMs;
  for (const change of [...changes, { to: status, at: Number.POSITIVE_INFINITY }]) {
    const start = Math.max(since, fromMs, createdAtMs);
    const end = Math.min(change.at, toMs);
    if (end > start) sums[status] += end - start;
    status = change.to;
    since = change.at;
  }
  return sums;
}

/** Percent with two decimals, never rounded up: 99.999 % is 99.99, and 100 means all of it. Null of nothing. */
function flooredPercent(part: number, whole: number): number | null {
  return whole > 0 ? Math.floor((part * 10_000) / whole) / 100 : null;
}

/** (up + degraded) ÷ (window − maintenance − paused − unknown). Null when nothing was observed. Source: docs/uptime.md. */
export function uptimePercent(sums: StateSums): number | null {
  const good = sums.up + sums.degraded;
  return flooredPercent(good, good + sums.down);
}

/** Share of the time that should have been observed which was; 0 when there was none. */
export function coveragePercent(sums: StateSums): number {
  const observed = sums.up + sums.degraded + sums.down;
  return flooredPercent(observed, observed + sums.unknown + sums.pending) ?? 0;
}
