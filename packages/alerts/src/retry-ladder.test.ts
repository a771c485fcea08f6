import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextAttemptAt, RETRY_LADDER_MS } from './retry-ladder.ts';

const HOUR_MS = 3_600_000;
const now = Date.UTC(2026, 10, 20);

const question = fc.record({
  attemptsMade: fc.integer({ min: 0, max: RETRY_LADDER_MS.length - 1 }),
  now: fc.integer({ min: 0, max: 4_102_444_800_000 }),
  random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  retryAfterMs: fc.option(fc.integer({ min: 0, max: 48 * HOUR_MS })),
});

test('the ladder without jitter', () => {
  const waits = RETRY_LADDER_MS.map((_, attemptsMade) =>
    Number(nextAttemptAt({ attemptsMade, now: 0, random: 0.5, retryAfterMs: null })),
  );
  expect(waits.map((ms) => ms / 1_000)).toEqual([0, 5, 30, 300, 1_800, 7_200, 18_000, 36_000, 36_000]);
});

test('after nine attempts it is over, whatever the receiver asks for', () => {
  expect(nextAttemptAt({ attemptsMade: 9, now, random: 0, retryAfterMs: null })).toBeNull();
  expect(nextAttemptAt({ attemptsMade: 9, now, random: 0, retryAfterMs: HOUR_MS })).toBeNull();
});

test('every wait lies within 15 % of its rung, or is what Retry-After asked for', () => {
  fc.assert(
    fc.property(question, (q) => {
      const waitMs = Number(nextAttemptAt(q)) - q.now;
      const rungMs = RETRY_LADDER_MS[q.attemptsMade] ?? Number.NaN;
      const askedMs = Math.min(q.retryAfterMs ?? 0, HOUR_MS);
      expect(Number.isInteger(waitMs)).toBe(true);
      expect(waitMs).toBeGreaterThanOrEqual(Math.max(Math.floor(rungMs * 0.85), askedMs));
      expect(waitMs).toBeLessThanOrEqual(Math.max(Math.ceil(rungMs * 1.15), askedMs));
    }),
  );
});

test('Retry-After lengthens, never shortens, and by an hour at most', () => {
  const ask = (attemptsMade: number, retryAfterMs: number) =>
    Number(nextAttemptAt({ attemptsMade, now, random: 0.5, retryAfterMs })) - now;
  expect(ask(1, 60_000)).toBe(60_000);
  expect(ask(3, 60_000)).toBe(300_000);
  expect(ask(1, 24 * HOUR_MS)).toBe(HOUR_MS);
});
