import type { UptimeDay } from '@alivemcp/contracts';
import { coveragePercent, type StateChange, sumStates, uptimePercent } from '@alivemcp/domain';

const DAY_MS = 86_400_000;

/** Starts of the UTC days that have a part between `fromMs` and `toMs`, oldest first. */
export function utcDays(fromMs: number, toMs: number): number[] {
  const days: number[] = [];
  for (let start = fromMs - (fromMs % DAY_MS); start < toMs; start += DAY_MS) days.push(start);
  return days;
}

/** Starts of the last `count` UTC days, oldest first. Today is the last, even when it has only begun. */
export function lastUtcDays(count: number, now: number): number[] {
  const today = now - (now % DAY_MS);
  return Array.from({ length: count }, (_, i) => today - (count - 1 - i) * DAY_MS);
}

/** A UTC day as it is written: `2026-11-02`. */
export const dayName = (start: number): string => new Date(start).toISOString().slice(0, 10);

/** A row for each of these days; of the first and the last only what lies between `fromMs` and `toMs`. */
export function uptimeDays(
  starts: readonly number[],
  changes: readonly StateChange[],
  createdAtMs: number,
  fromMs: number,
  toMs: number,
): UptimeDay[] {
  return starts.map((start) => {
    const sums = sumStates(changes, createdAtMs, Math.max(start, fromMs), Math.min(start + DAY_MS, toMs));
    return {
      day: dayName(start),
      uptimePercent: uptimePercent(sums),
      downMs: sums.down,
      degradedMs: sums.degraded,
      coveragePercent: coveragePercent(sums),
    };
  });
}
