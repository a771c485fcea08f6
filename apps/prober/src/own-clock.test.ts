import type { ProbeAssignment } from '@alivemcp/services';
import { beforeEach, expect, test } from 'vitest';
import { createAssignment } from './assignment/assignment.ts';
import { createOwnClock } from './own-clock.ts';

const T = 1_700_000_000_000;
const row = (serverId: string) => ({ serverId, intervalMs: 60_000 }) as ProbeAssignment;

let now: number;
let ran: [string, number][];
beforeEach(() => {
  now = T;
  ran = [];
});

function ownClock(knownUntil = T) {
  const assignment = createAssignment([
    { row: row('a'), dueAt: T - 60_000 },
    { row: row('b'), dueAt: T - 30_000 },
  ]);
  return createOwnClock({
    assignment,
    now: () => now,
    knownUntil,
    run: (rows, dueAt) => {
      assignment.keep(rows, dueAt);
      ran.push(...rows.map(({ serverId }): [string, number] => [serverId, (dueAt - T) / 1000]));
    },
  });
}
/** Seconds pass, and the clock turns in each. */
const pass = (clock: ReturnType<typeof ownClock>, seconds: number, covered = false) => {
  for (let i = 0; i < seconds; i++) {
    now += 1_000;
    if (covered) clock.covered(now);
    clock.turn();
  }
};

test('while others tell it what to do it does nothing by itself', () => {
  const clock = ownClock();
  pass(clock, 120, true);
  expect(ran).toEqual([]);
  expect(clock.isAlone()).toBe(false);
});

test('left alone it goes on in the same seconds, and stops when it is told again', () => {
  const clock = ownClock();
  pass(clock, 150);
  expect(clock.isAlone()).toBe(true);
  expect(ran).toEqual([
    ['b', 30],
    ['a', 60],
    ['b', 90],
    ['a', 120],
    ['b', 150],
  ]);
  clock.covered(now);
  pass(clock, 60, true);
  expect(ran).toHaveLength(5);
});

test('what came due before it noticed is not left out', () => {
  const clock = ownClock();
  clock.covered(T + 29_000);
  now = T + 29_000;
  pass(clock, 21);
  expect(ran).toEqual([['b', 30]]);
});

test('a prober that starts alone goes on with what is left from before', () => {
  const clock = ownClock(T - 40_000);
  pass(clock, 20);
  expect(ran).toEqual([]);
  pass(clock, 70);
  expect(ran).toEqual([
    ['b', 30],
    ['a', 60],
    ['b', 90],
  ]);
});

test('after standing still it does not catch up with what is long past', () => {
  const clock = ownClock();
  now += 3_600_000;
  pass(clock, 1);
  expect(ran.length).toBeGreaterThan(0);
  expect(Math.min(...ran.map(([, at]) => at))).toBeGreaterThan(2_990);
});
