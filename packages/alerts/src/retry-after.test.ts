import { expect, test } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const now = Date.UTC(2026, 10, 20, 12, 0, 0);

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Fri, 20 Nov 2026 12:01:00 GMT', 60_000],
  ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['1.5', null],
  ['9'.repeat(40), null],
  ['', null],
  [undefined, null],
])('%j → %j', (header, expected) => {
  expect(parseRetryAfter(header, now)).toBe(expected);
});

test('of a repeated header the first counts', () => {
  expect(parseRetryAfter(['3', '9'], now)).toBe(3_000);
});
