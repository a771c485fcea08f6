import { expect, test } from 'vitest';
import { judgeRemoval } from './judge-removal.ts';

const day = (date: string) => Date.parse(`${date}T00:00:00Z`);
const marked = day('2026-01-01');

test.each([
  ['before the default window', {}, '2026-03-31', 'too_soon', '2026-04-01', 89],
  ['on the day the default window ends', {}, '2026-04-01', 'kept', '2026-04-01', 90],
  ['within its own window', { removalWindowDays: 10 }, '2026-01-10', 'too_soon', '2026-01-11', 9],
  ['after its own window', { removalWindowDays: 10 }, '2026-01-11', 'kept', '2026-01-11', 10],
  [
    'before its own day',
    { removalDate: '2026-12-01', removalWindowDays: 10 },
    '2026-11-30',
    'too_soon',
    '2026-12-01',
    333,
  ],
  ['on its own day', { removalDate: '2026-12-01' }, '2026-12-01', 'kept', '2026-12-01', 334],
] as const)('%s', (_, facts, removed, verdict, promised, afterDays) => {
  expect(judgeRemoval({ deprecated: true, ...facts }, marked, day(removed))).toEqual({
    verdict,
    promisedUntil: day(promised),
    afterDays,
  });
});

test('a window of the caller stands in where the server names none', () => {
  expect(judgeRemoval({ deprecated: true }, marked, day('2026-02-01'), 30).verdict).toBe('kept');
  expect(judgeRemoval({ deprecated: true, removalWindowDays: 60 }, marked, day('2026-02-01'), 30).verdict).toBe(
    'too_soon',
  );
});

test('without a mark nothing was announced', () => {
  const unannounced = { verdict: 'unannounced', promisedUntil: null, afterDays: null };
  expect(judgeRemoval(null, null, marked)).toEqual(unannounced);
  expect(judgeRemoval({ deprecated: true }, null, marked)).toEqual(unannounced);
});
