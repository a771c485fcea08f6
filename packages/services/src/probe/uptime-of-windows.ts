import { UPTIME_WINDOWS, type UptimeWindow, WINDOW_MS } from '@alivemcp/contracts';
import { coveragePercent, type StateChange, sumStates, uptimePercent } from '@alivemcp/domain';

export type UptimeOfWindows = {
  uptime: Record<UptimeWindow, number | null>;
  coverage: Record<UptimeWindow, number>;
};

/** Uptime and coverage over the four windows that end at `now`, from one state log that reaches back 90 days. */
export function uptimeOfWindows(changes: readonly StateChange[], createdAtMs: number, now: number): UptimeOfWindows {
  const sums = UPTIME_WINDOWS.map(
    (window) => [window, sumStates(changes, createdAtMs, now - WINDOW_MS[window], now)] as const,
  );
  return {
    uptime: Object.fromEntries(sums.map(([window, sum]) => [window, uptimePercent(sum)])) as UptimeOfWindows['uptime'],
    coverage: Object.fromEntries(
      sums.map(([window, sum]) => [window, coveragePercent(sum)]),
    ) as UptimeOfWindows['coverage'],
  };
}
