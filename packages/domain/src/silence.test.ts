import { expect, test } from 'vitest';
import { silenceSince } from './silence.ts';

const MINUTE = 60_000;
const at = (minutes: number) => minutes * MINUTE;
const since = (...regions: [checkedAt: number | null, resumedFrom: number | null][]) => {
  const found = silenceSince(
    regions.map(([checkedAt, resumedFrom]) => ({
      checkedAt: checkedAt && at(checkedAt),
      resumedFrom: resumedFrom && at(resumedFrom),
    })),
    MINUTE,
  );
  return found && found / MINUTE;
};

test.each<[string, Parameters<typeof since>, number | null]>([
  ['nobody was silent', [[100, null]], null],
  ['one region comes back after an hour', [[160, 100]], 102.5],
  [
    'one of three was silent',
    [
      [160, 100],
      [160, null],
      [160, null],
    ],
    null,
  ],
  [
    'the first of three comes back',
    [
      [160, 100],
      [101, null],
      [100, null],
    ],
    103.5,
  ],
  [
    'the others follow',
    [
      [160, 100],
      [160.1, 101],
      [160.2, 100],
    ],
    103.5,
  ],
  [
    'one has gone on longer than the others',
    [
      [160, 100],
      [159, null],
      [100, null],
    ],
    null,
  ],
  [
    'one region never spoke',
    [
      [160, 100],
      [null, null],
    ],
    102.5,
  ],
])('%s', (_, regions, expected) => {
  expect(since(...regions)).toBe(expected);
});
