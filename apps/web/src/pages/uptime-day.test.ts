import { expect, it } from 'vitest';
import { DEGRADED, DOWN, days, NO_DATA } from './testing/sample-views.ts';
import { dayKind, daysWords, dayWords } from './uptime-day.ts';

const [up, down, degraded, none, partial, lost] = days({
  89: {},
  88: DOWN,
  87: DEGRADED,
  86: NO_DATA,
  85: { coveragePercent: 94.9 },
  // Down all day and hardly observed is still down.
  84: { uptimePercent: 0, downMs: 60_000, coveragePercent: 1 },
}).map((day) => [dayKind(day), dayWords(day)]);

it('tells a day by the worst that was seen', () => {
  expect([up, down, degraded, none, partial, lost]).toEqual([
    ['up', '2026-08-05: 100.00 % up'],
    ['down', '2026-08-06: 99.31 % up, down 9 min 56 s'],
    ['degraded', '2026-08-07: 100.00 % up, degraded 1 h'],
    ['none', '2026-08-08: no data'],
    ['partial', '2026-08-09: 100.00 % up, observed 94.9 %'],
    ['down', '2026-08-10: 0.00 % up, down 1 min, observed 1 %'],
  ]);
});

it('sums up all days, and never calls days without data good', () => {
  const unknown = Object.fromEntries(Array.from({ length: 90 }, (_, ago) => [ago, NO_DATA]));
  expect(daysWords(days())).toBe('No downtime in 90 days');
  expect(daysWords(days({ 1: DOWN, 2: DOWN, 3: NO_DATA }))).toBe('Downtime on 2 of 90 days, 1 without data');
  expect(daysWords(days(unknown))).toBe('No data in 90 days');
});
