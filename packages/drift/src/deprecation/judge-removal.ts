import type { Deprecation } from './read-deprecation.ts';

const DAY_MS = 86_400_000;
/** Where a server publishes no window of its own. */
export const DEFAULT_REMOVAL_WINDOW_DAYS = 90;

export type Removal = {
  /** `unannounced`: it was never seen marked deprecated. */
  verdict: 'kept' | 'too_soon' | 'unannounced';
  /** The day (epoch ms) up to which the tool was to be listed; null when it was never announced. */
  promisedUntil: number | null;
  /** Whole days between the first sight of the mark and the removal; null when it was never announced. */
  afterDays: number | null;
};

/**
 * A removal held against what the server had promised. `markedAt` is when the tool was first seen deprecated, null for
 * never; both times are epoch ms. A day named by the server counts more than a number of days.
 */
export function judgeRemoval(
  deprecation: Deprecation | null,
  markedAt: number | null,
  removedAt: number,
  windowDays: number = DEFAULT_REMOVAL_WINDOW_DAYS,
): Removal {
  if (deprecation === null || markedAt === null) {
    return { verdict: 'unannounced', promisedUntil: null, afterDays: null };
  }
  const window = deprecation.removalWindowDays ?? windowDays;
  const promisedUntil = deprecation.removalDate
    ? Date.parse(`${deprecation.removalDate}T00:00:00Z`)
    : markedAt + window * DAY_MS;
  const afterDays = Math.floor((removedAt - markedAt) / DAY_MS);
  return { verdict: removedAt < promisedUntil ? 'too_soon' : 'kept', promisedUntil, afterDays };
}
