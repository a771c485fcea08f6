import { describe, expect, it } from 'vitest';
import { type Budget, budgetLeft, budgetMark } from './budget-words.ts';
import { shiftMonth, thisMonth } from './months.ts';
import { reportSearch } from './report-search.ts';

it('goes from month to month over the end of a year', () => {
  expect([shiftMonth('2026-12', 1), shiftMonth('2026-01', -1), shiftMonth('2026-05', -17)]).toEqual([
    '2027-01',
    '2025-12',
    '2024-12',
  ]);
  expect(thisMonth(Date.UTC(2026, 10) - 1)).toBe('2026-10');
});

it('reads month and target from the URL, and nothing that is neither', () => {
  expect(reportSearch({ month: '2026-11', target: 99.95 })).toEqual({ month: '2026-11', target: 99.95 });
  const strange = { month: '2026-13', target: 100 };
  expect({ ...strange, ...reportSearch(strange) }).toEqual({});
  expect(reportSearch({ month: 11, target: '99' })).toEqual({});
});

describe('a budget in words', () => {
  const budget = (leftMs: number, burnRate: number): Budget => ({
    ...{ allowedMs: 3_600_000, spentMs: 3_600_000 - leftMs, leftMs, spentPercent: 0, burnRate },
  });
  it.each([
    [budget(1_200_000, 0.8), true, 'On course', '20 min left'],
    [budget(1_200_000, 1.4), true, 'Too fast', '20 min left'],
    [budget(1_200_000, 0.8), false, 'Kept', '20 min left'],
    [budget(-600_000, 1.2), true, 'Overspent', '10 min too much'],
    [budget(-600_000, 1.2), false, 'Overspent', '10 min too much'],
    [budget(0, 1), false, 'Kept', '0 s left'],
  ])('%#', (given, running, word, left) => {
    expect(budgetMark(given, running).word).toBe(word);
    expect(budgetLeft(given)).toBe(left);
  });
});
