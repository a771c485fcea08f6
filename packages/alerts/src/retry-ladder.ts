const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Waits before attempts 1 to 9: tight at first because these are alarms, about 28 hours in all. */
export const RETRY_LADDER_MS: readonly number[] = [
  0,
  5 * SECOND_MS,
  30 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  10 * HOUR_MS,
];

const JITTER = 0.15;
const MAX_RETRY_AFTER_MS = HOUR_MS;

export type RetryQuestion = {
  /** Attempts already made; 0 asks for the first. */
  attemptsMade: number;
  /** Epoch ms. */
  now: number;
  /** A draw from [0, 1), so that this stays pure. */
  random: number;
  /** What the receiver asked for in its last answer; null when it asked for nothing. */
  retryAfterMs: number | null;
};

/**
 * Epoch ms of the next attempt, or null when the ladder has no more rungs.
 * A `Retry-After` lengthens a wait, never shortens it, and counts for at most one hour.
 */
export function nextAttemptAt({ attemptsMade, now, random, retryAfterMs }: RetryQuestion): number | null {
  const rungMs = RETRY_LADDER_MS[attemptsMade];
  if (rungMs === undefined) return null;
  const waitMs = rungMs * (1 - JITTER + 2 * JITTER * random);
  const askedMs = Math.min(retryAfterMs ?? 0, MAX_RETRY_AFTER_MS);
  return now + Math.round(Math.max(waitMs, askedMs));
}
