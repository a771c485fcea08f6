import { expect, test } from 'vitest';
import { sinceWhen, span } from './say-time.ts';

test.each([
  [0, '0 s'],
  [999, '0 s'],
  [61_000, '1 min 1 s'],
  [3_600_000, '1 h'],
  [90_061_000, '1 d 1 h'],
])('%i ms is %s', (ms, expected) => expect(span(ms)).toBe(expected));

test('how long it has been is said where it has been long', () => {
  const since = '2026-11-20T12:00:00.000Z';
  expect(sinceWhen(since, since)).toBe('2026-11-20 12:00:00 UTC');
  expect(sinceWhen(since, '2026-11-20T14:30:00.000Z')).toBe('2026-11-20 12:00:00 UTC (for 2 h 30 min)');
});
