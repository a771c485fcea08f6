import type { RegionWork } from '@alivemcp/contracts';
import type { RegionWork as FiveMinutes } from '@alivemcp/db';
import { mergeHistograms, percentileMs } from '@alivemcp/domain';

/** Five minutes of one region added up; null when there are none. */
export function sumRegionWork(parts: readonly FiveMinutes[]): RegionWork | null {
  if (parts.length === 0) return null;
  const sum = (value: (part: FiveMinutes) => number) => parts.reduce((total, part) => total + value(part), 0);
  const lateness = mergeHistograms(parts);
  return {
    due: sum(({ due }) => due),
    done: sum(({ done }) => done),
    skipped: sum(({ skipped }) => skipped),
    missed: sum(({ due, done, skipped }) => Math.max(0, due - done - skipped)),
    suspect: sum(({ suspect }) => suspect),
    latenessP50Ms: percentileMs(lateness, 0.5),
    latenessP99Ms: percentileMs(lateness, 0.99),
  };
}
