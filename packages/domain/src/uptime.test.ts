import type { ServerStatus } from '@alivemcp/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coveragePercent, type StateChange, sumStates, uptimePercent } from './uptime.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('an example to follow by hand', () => {
  const changes: StateChange[] = [
    { to: 'up', at: 0 },
    { to: 'down', at: 10 * HOUR },
    { to: 'up', at: 11 * HOUR },
    { to: 'paused', at: 12 * HOUR },
    { to: 'pending', at: 14 * HOUR },
    { to: 'up', at: 15 * HOUR },
    { to: 'degraded', at: 20 * HOUR },
  ];
  const sums = sumStates(changes, 0, 0, DAY);

  test('time in each state', () => {
    expect(sums).toEqual({
      up: 16 * HOUR,
      degraded: 4 * HOUR,
      down: HOUR,
      unknown: 0,
      paused: 2 * HOUR,
      maintenance: 0,
      pending: HOUR,
    });
  });
  test('20 good hours of 21 observed, floored', () => expect(uptimePercent(sums)).toBe(95.23));
  test('21 observed hours of 22', () => expect(coveragePercent(sums)).toBe(95.45));
});

test('one millisecond of downtime in 90 days is not 100 %', () => {
  const sums = sumStates(
    [
      { to: 'up', at: 0 },
      { to: 'down', at: 5 },
      { to: 'up', at: 6 },
    ],
    0,
    0,
    90 * DAY,
  );
  expect(uptimePercent(sums)).toBe(99.99);
});

test('nothing observed is no number', () => {
  const sums = sumStates([], 0, 0, DAY);
  expect(uptimePercent(sums)).toBeNull();
  expect(coveragePercent(sums)).toBe(0);
});

test('a server has no time before its registration', () => {
  const sums = sumStates([{ to: 'up', at: 23 * HOUR }], 22 * HOUR, 0, DAY);
  expect(sums.pending).toBe(HOUR);
  expect(sums.up).toBe(HOUR);
});

const statuses = fc.constantFrom<ServerStatus>('up', 'degraded', 'down', 'unknown', 'paused', 'maintenance', 'pending');
const log = fc
  .array(fc.record({ to: statuses, at: fc.nat(1_000_000) }), { maxLength: 30 })
  .map((changes) => changes.sort((a, b) => a.at - b.at));
const span = fc.tuple(fc.nat(1_200_000), fc.nat(1_200_000)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

test('the states fill the window, from registration on, exactly', () => {
  fc.assert(
    fc.property(log, fc.nat(1_000_000), span, (changes, createdAt, [from, to]) => {
      const total = Object.values(sumStates(changes, createdAt, from, to)).reduce((sum, ms) => sum + ms, 0);
      expect(total).toBe(Math.max(0, to - Math.max(from, createdAt)));
    }),
  );
});

test('two halves of a window add up to the whole', () => {
  fc.assert(
    fc.property(log, span, fc.nat(1_200_000), (changes, [from, to], cut) => {
      const middle = Math.min(Math.max(cut, from), to);
      const whole = sumStates(changes, 0, from, to);
      const left = sumStates(changes, 0, from, middle);
      const right = sumStates(changes, 0, middle, to);
      for (const status of Object.keys(whole) as ServerStatus[])
        expect(left[status] + right[status]).toBe(whole[status]);
    }),
  );
});

test('a percentage lies between 0 and 100 and is 100 only without downtime', () => {
  fc.assert(
    fc.property(log, span, (changes, [from, to]) => {
      const sums = sumStates(changes, 0, from, to);
      const percent = uptimePercent(sums);
      if (percent === null) return;
      expect(percent).toBeGreaterThanOrEqual(0);
      expect(percent).toBeLessThanOrEqual(100);
      expect(percent === 100).toBe(sums.down === 0);
    }),
  );
});
