import type { Unsettled } from '@alivemcp/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inconsistencyOf, isBackAndForth, isInconsistent, noteOddList, settledOn } from './unsettled.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const see = (memory: Unsettled | null, minute: number, hash = 'b', region = 'eu') =>
  noteOddList(memory, { hash, region, at: minute * MINUTE });
const seenAt = (...minutes: number[]) => minutes.reduce<Unsettled | null>((memory, at) => see(memory, at), null);
const told = (memory: Unsettled | null): Unsettled => ({ ...(memory as Unsettled), told: true });

describe('what is told', () => {
  test.each([
    ['three sightings over ten minutes', [0, 5, 10], true],
    ['a roll-out of nine minutes', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], false],
    ['twice only', [0, 30], false],
    ['a sighting that is long ago does not count', [0, 400, 410], false],
    ['a sighting now and then', [0, 350, 700], true],
  ])('%s: %j → %s', (_, minutes, expected) => {
    const memory = seenAt(...minutes);
    expect(memory && isInconsistent(memory, MINUTE, (minutes.at(-1) ?? 0) * MINUTE)).toBe(expected);
  });

  test('a slow clock waits for three of its own rounds', () => {
    const memory = seenAt(0, 60, 120) as Unsettled;
    expect(isInconsistent(memory, HOUR, 2 * HOUR)).toBe(false);
    expect(isInconsistent(memory, HOUR, 3 * HOUR)).toBe(true);
  });

  test('what was told is not told again', () => {
    expect(isInconsistent(told(seenAt(0, 5, 10)), MINUTE, HOUR)).toBe(false);
  });
});

test('remembers which regions saw which list, newest first, and at most eight', () => {
  const memory = see(see(see(null, 0, 'b', 'us'), 1, 'c', 'eu'), 2, 'b', 'eu');
  expect(memory.lists).toEqual([
    { hash: 'b', regions: ['eu', 'us'], lastAt: 2 * MINUTE },
    { hash: 'c', regions: ['eu'], lastAt: MINUTE },
  ]);
  fc.assert(
    fc.property(fc.array(fc.string()), (hashes) => {
      const all = hashes.reduce<Unsettled | null>((m, hash, i) => see(m, i, hash), null);
      expect(all?.lists.length ?? 0).toBe(Math.min(8, new Set(hashes).size));
      expect(all?.sightings ?? 0).toBe(hashes.length);
    }),
  );
});

describe('what is settled', () => {
  const at = (now: number) => ({ intervalMs: MINUTE, now });
  test.each([
    ['the baseline again, three hours after the last odd list', [['a', 99]], 190, 'a'],
    ['the baseline again, but not for long', [['a', 99]], 189, null],
    [
      'another list, fifteen rounds everywhere',
      [
        ['b', 15],
        ['b', 20],
      ],
      11,
      'b',
    ],
    [
      'another list, not yet everywhere',
      [
        ['b', 15],
        ['b', 14],
      ],
      500,
      null,
    ],
    [
      'two lists',
      [
        ['a', 99],
        ['b', 99],
      ],
      500,
      null,
    ],
    ['nobody sees a list', [[null, 0]], 500, null],
  ] as const)('%s', (_, reports, minute, expected) => {
    const memory = told(seenAt(0, 5, 10));
    expect(
      settledOn(
        memory,
        reports.map(([hash, run]) => ({ hash, run })),
        'a',
        at(minute * MINUTE),
      ),
    ).toBe(expected);
  });

  test('what was never told is forgotten after six hours', () => {
    const memory = seenAt(0) as Unsettled;
    expect(settledOn(memory, [{ hash: 'a', run: 9 }], 'a', at(6 * HOUR - 1))).toBeNull();
    expect(settledOn(memory, [{ hash: 'a', run: 9 }], 'a', at(6 * HOUR))).toBe('a');
  });
});

test.each([
  [
    'each region its own',
    [
      ['a', 3],
      ['b', 3],
    ],
    'by_region',
  ],
  [
    'one of them wavers',
    [
      ['a', 3],
      ['b', 1],
    ],
    'alternating',
  ],
  ['one region', [['a', 9]], 'alternating'],
  [
    'a blind region has no say',
    [
      ['a', 3],
      ['b', 3],
      [null, 0],
    ],
    'by_region',
  ],
] as const)('kind: %s', (_, reports, expected) => {
  expect(inconsistencyOf(reports.map(([hash, run]) => ({ hash, run })))).toBe(expected);
});

describe('back and forth', () => {
  const past = (...entries: [string, number | null][]) =>
    entries.map(([hash, minute]) => ({ hash, replacedAt: minute === null ? null : minute * MINUTE }));
  test.each([
    ['a first change', past(['a', null]), 'b', false],
    ['a rollback', past(['b', null], ['a', 1]), 'a', false],
    ['the rollback rolled back', past(['a', null], ['b', 9], ['a', 1]), 'b', true],
    ['a third list', past(['a', null], ['b', 9], ['a', 1]), 'c', false],
    ['the same, over a day', past(['a', null], ['b', -300], ['a', -400]), 'b', false],
  ])('%s', (_, versions, next, expected) => {
    expect(isBackAndForth(versions, next, 10 * MINUTE)).toBe(expected);
  });
});
