import { expect, it } from 'vitest';
import { duration, milliseconds, percent } from './numbers.ts';

it('writes lengths of time in two units', () => {
  expect([0, 999, 59_000, 60_000, 3_723_000, 90_000_000].map(duration)).toEqual([
    '0 s',
    '0 s',
    '59 s',
    '1 min',
    '1 h 2 min',
    '1 d 1 h',
  ]);
});

it('says when there is nothing to say', () => {
  expect([percent(null), milliseconds(null), percent(99.98), milliseconds(1234.4)]).toEqual([
    'no data',
    '–',
    '99.98 %',
    '1,234 ms',
  ]);
});
