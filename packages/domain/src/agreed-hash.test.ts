import { expect, test } from 'vitest';
import { agreedHash } from './agreed-hash.ts';

test.each([
  ['nobody has seen a list', [[null, 0]], null],
  ['one region, once', [['b', 1]], null],
  ['one region, twice in a row', [['b', 2]], 'b'],
  [
    'two of two',
    [
      ['b', 1],
      ['b', 1],
    ],
    'b',
  ],
  [
    'one of two is no majority, however often',
    [
      ['b', 9],
      ['a', 9],
    ],
    null,
  ],
  [
    'two of three',
    [
      ['b', 1],
      ['b', 1],
      ['a', 9],
    ],
    'b',
  ],
  [
    'one stale edge of three does not move the baseline',
    [
      ['b', 9],
      ['a', 9],
      ['a', 9],
    ],
    'a',
  ],
  [
    'a blind region has no vote',
    [
      ['b', 2],
      [null, 0],
    ],
    'b',
  ],
] as const)('%s', (_, reports, expected) => {
  expect(agreedHash(reports.map(([hash, run]) => ({ hash, run })))).toBe(expected);
});
