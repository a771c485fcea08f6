import type { QuietHours } from '@alivemcp/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quietUntil } from './quiet-hours.ts';

const EVERY_DAY: QuietHours['days'] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const NIGHT: QuietHours = { from: '22:00', to: '07:00', timeZone: 'Europe/Berlin', days: EVERY_DAY };
const until = (quiet: QuietHours, at: string) => {
  const end = quietUntil(quiet, Date.parse(at));
  return end === null ? null : new Date(end).toISOString().replace(':00.000Z', 'Z');
};

test.each([
  ['before', '2026-11-20T20:59Z', null],
  ['at their beginning', '2026-11-20T21:00Z', '2026-11-21T06:00Z'],
  ['after midnight', '2026-11-21T03:00Z', '2026-11-21T06:00Z'],
  ['at their end', '2026-11-21T06:00Z', null],
  ['in the night in which clocks go forward', '2026-03-28T23:00Z', '2026-03-29T05:00Z'],
  ['in the night in which they go back', '2026-10-24T22:00Z', '2026-10-25T06:00Z'],
])('a night, %s', (_, at, end) => expect(until(NIGHT, at)).toBe(end));

test('days are those on which they begin', () => {
  const workdays = { ...NIGHT, days: ['mon', 'tue', 'wed', 'thu', 'fri'] } as QuietHours;
  expect(until(workdays, '2026-11-21T03:00Z')).toBe('2026-11-21T06:00Z'); // Friday's night
  expect(until(workdays, '2026-11-22T03:00Z')).toBeNull(); // Saturday's
  expect(until(workdays, '2026-11-23T03:00Z')).toBeNull(); // Sunday's
});

test('hours that meet are one: a weekend', () => {
  const weekend: QuietHours = { from: '00:00', to: '00:00', timeZone: 'UTC', days: ['sat', 'sun'] };
  expect(until(weekend, '2026-11-21T12:00Z')).toBe('2026-11-23T00:00Z');
  expect(until(weekend, '2026-11-23T00:00Z')).toBeNull();
});

const hour = fc.integer({ min: 0, max: 23 }).map((n) => `${String(n).padStart(2, '0')}:00`);
const quiet = fc
  .record({
    from: hour,
    to: hour,
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'),
    days: fc.subarray([...EVERY_DAY], { minLength: 1, maxLength: 6 }),
  })
  .map((value): QuietHours => value);

test('where they end it is not quiet, and until then it is', () => {
  const at = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
  fc.assert(
    fc.property(quiet, at, fc.double({ min: 0, max: 0.999, noNaN: true }), (hours, now, part) => {
      const end = quietUntil(hours, now);
      if (end === null) return;
      expect(end).toBeGreaterThan(now);
      expect(quietUntil(hours, end)).toBeNull();
      expect(quietUntil(hours, Math.floor(now + (end - now) * part))).toBe(end);
    }),
  );
});
