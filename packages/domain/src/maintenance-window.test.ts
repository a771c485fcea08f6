import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type WindowPlan, windowEndingAfter } from './maintenance-window.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (text: string) => Date.parse(text);
const plan = (startsAt: string, hours: number, rrule: string | null, timeZone = 'UTC'): WindowPlan => ({
  startsAt: at(startsAt),
  endsAt: at(startsAt) + hours * HOUR,
  rrule,
  timeZone,
});
const shown = (given: WindowPlan, after: string) => {
  const window = windowEndingAfter(given, at(after));
  return window && [new Date(window.startsAt).toISOString(), (window.endsAt - window.startsAt) / HOUR];
};

describe('once', () => {
  const once = plan('2026-11-28T22:00Z', 2, null);
  test.each([
    ['before', '2026-11-01T00:00Z', ['2026-11-28T22:00:00.000Z', 2]],
    ['while it runs', '2026-11-28T23:59:59.999Z', ['2026-11-28T22:00:00.000Z', 2]],
    ['at its end', '2026-11-29T00:00Z', null],
  ])('%s', (_, after, expected) => expect(shown(once, after)).toEqual(expected));
});

describe('by a rule', () => {
  const sundays = plan('2026-10-18T00:30Z', 1, 'FREQ=WEEKLY;BYDAY=SU', 'Europe/Berlin');
  test.each([
    ['keeps the wall clock over the end of summer time', '2026-10-31T00:00Z', ['2026-11-01T01:30:00.000Z', 1]],
    ['is the running one', '2026-11-01T02:29Z', ['2026-11-01T01:30:00.000Z', 1]],
    ['is the next once it has ended', '2026-11-01T02:30Z', ['2026-11-08T01:30:00.000Z', 1]],
  ])('%s', (_, after, expected) => expect(shown(sundays, after)).toEqual(expected));

  test('ends with its count, and counts the first window even where the rule does not name its day', () => {
    const rule = plan('2026-11-02T10:00Z', 1, 'FREQ=DAILY;COUNT=2');
    expect(shown(rule, '2026-11-03T10:30Z')).toEqual(['2026-11-03T10:00:00.000Z', 1]);
    expect(shown(rule, '2026-11-03T11:00Z')).toBeNull();
    expect(shown(plan('2026-11-02T10:00Z', 1, 'FREQ=WEEKLY;BYDAY=SU'), '2026-11-01T00:00Z')).toEqual([
      '2026-11-02T10:00:00.000Z',
      1,
    ]);
  });

  test.each(['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=DAILY;UNTIL=NEVER'])('%s throws', (rrule) => {
    expect(() => windowEndingAfter(plan('2026-11-02T10:00Z', 1, rrule), at('2026-11-03T00:00Z'))).toThrow();
  });

  test('always ends after the moment asked for, and no window in between is passed over', () => {
    const daily = plan('2026-01-01T06:00Z', 3, 'FREQ=DAILY');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * DAY }), (ms) => {
        const now = daily.startsAt + ms;
        const window = windowEndingAfter(daily, now);
        expect(window?.endsAt).toBeGreaterThan(now);
        expect((window?.endsAt ?? 0) - now).toBeLessThanOrEqual(DAY);
      }),
    );
  });
});
