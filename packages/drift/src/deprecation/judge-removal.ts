import type { Deprecation } from './read-deprecation.ts';

const DAY_MS = 86_400_000;
/** A promise beyond it is no date that anybody could hold. */
const MAX_WINDOW_DAYS = 36_500;
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

/** The moment (epoch ms) up to which a tool marked at `markedAt` is to be listed. A day named by the server counts more than a number of days. */
export const promisedUntil = (
  { removalDate, removalWindowDays }: Deprecation,
  markedAt: number,
  windowDays: number = DEFAULT_REMOVAL_WINDOW_DAYS,
): number =>
  removalDate
    ? Date.parse(`${removalDate}T00:00:00Z`)
    : markedAt + Math.min(removalWindowDays ?? windowDays, MAX_WINDOW_DAYS) * DAY_MS;

/**
 * A removal held against what the server had promised. `markedAt` is when the tool was first seen deprecated, null for
 * never; both times are epoch ms.
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
  const until = promisedUntil(deprecation, markedAt, windowDays);
  const afterDays = Math.floor((removedAt - markedAt) / DAY_MS);
  return { verdict: removedAt < until ? 'too_soon' : 'kept', promisedUntil: until, afterDays };
}
