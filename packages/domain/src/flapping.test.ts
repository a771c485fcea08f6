import { expect, test } from 'vitest';
import { isFlapping } from './flapping.ts';

const MINUTE = 60_000;
const NOW = 1_000 * MINUTE;
const ago = (...minutes: number[]) => minutes.map((minute) => NOW - minute * MINUTE);

test.each([
  ['four changes within the hour', ago(0, 20, 40, 59), true],
  ['three', ago(0, 10, 20), false],
  ['the fourth is an hour old', ago(0, 10, 20, 60), false],
  ['four, but half an hour of calm before the last', ago(0, 30, 31, 32), false],
  ['four since the calm', ago(0, 1, 2, 3, 33), true],
])('%s', (_, changes, expected) => expect(isFlapping(changes, NOW)).toBe(expected));
