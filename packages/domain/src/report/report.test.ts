import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type StateSums, uptimePercent } from '../uptime.ts';
import { addStates } from './add-states.ts';
import { errorBudget } from './error-budget.ts';
import { monthOf, monthSpan } from './month.ts';
import { outageMeans } from './outage-means.ts';

const MINUTE = 60_000;
const MONTH = 30 * 24 * 60 * MINUTE;

const time = fc
  .tuple(fc.integer({ min: 1, max: MONTH }), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(MONTH))
  .map(([observedMs, share, remainingMs]) => ({ observedMs, downMs: Math.floor(observedMs * share), remainingMs }));
const target = fc.constantFrom(50, 90, 99, 99.5, 99.9, 99.95, 99.99, 99.999);

describe('the error budget', () => {
  test('spent and left are what is allowed', () => {
    fc.assert(
      fc.property(time, target, (month, percent) => {
        const budget = errorBudget(month, percent);
        expect((budget?.spentMs ?? 0) + (budget?.leftMs ?? 0)).toBe(budget?.allowedMs);
        expect(budget?.spentMs).toBe(month.downMs);
      }),
    );
  });

  test('whoever spends evenly burns at 1, at any moment of the month', () => {
    fc.assert(
      fc.property(fc.integer({ min: MONTH / 100, max: MONTH }), target, (observedMs, percent) => {
        const downMs = (observedMs * (100 - percent)) / 100;
        expect(errorBudget({ observedMs, downMs, remainingMs: MONTH - observedMs }, percent)?.burnRate).toBe(1);
      }),
    );
  });

  test('the burn rate is the spent share over the elapsed share', () => {
    fc.assert(
      fc.property(time, target, (month, percent) => {
        const budget = errorBudget(month, percent);
        fc.pre(budget !== null && budget.allowedMs > 0);
        const elapsed = month.observedMs / (month.observedMs + month.remainingMs);
        const rate = budget.spentMs / budget.allowedMs / elapsed;
        expect(Math.abs((budget.burnRate ?? Number.NaN) - rate)).toBeLessThanOrEqual(0.005 + rate * 1e-9);
      }),
    );
  });

  test('of a month that is over, it is kept exactly when the target is reached', () => {
    fc.assert(
      fc.property(time, fc.constantFrom(50, 90, 99, 99.5), (month, percent) => {
        // Whole percentages of whole seconds: no fraction of a millisecond decides.
        const observedMs = month.observedMs * 1000;
        const downMs = month.downMs * 1000;
        const kept = (errorBudget({ observedMs, downMs, remainingMs: 0 }, percent)?.leftMs ?? 0) >= 0;
        expect(kept).toBe((observedMs - downMs) * 100 >= observedMs * percent);
      }),
    );
  });

  test('there is none of what nobody saw', () => {
    expect(errorBudget({ observedMs: 0, downMs: 0, remainingMs: MONTH }, 99.9)).toBeNull();
  });

  test('the running month of docs/sla-report.md', () => {
    const month = { observedMs: 14_400 * MINUTE, downMs: 7.2 * MINUTE, remainingMs: 28_800 * MINUTE };
    expect(errorBudget(month, 99.9)).toEqual({
      allowedMs: 43.2 * MINUTE,
      spentMs: 7.2 * MINUTE,
      leftMs: 36 * MINUTE,
      spentPercent: 16.66,
      burnRate: 0.5,
    });
  });
});

describe('means of outages', () => {
  it('leaves an outage that goes on out of the time to recovery, not out of the others', () => {
    const outages = [
      { openedAt: 0, detectedAt: 20_000, resolvedAt: 4 * MINUTE },
      { openedAt: 100 * MINUTE, detectedAt: 100 * MINUTE + 40_000, resolvedAt: null },
    ];
    expect(outageMeans(outages, 90 * MINUTE)).toEqual({
      count: 2,
      resolved: 1,
      mttrMs: 4 * MINUTE,
      mtbfMs: 45 * MINUTE,
      detectMs: 30_000,
    });
  });

  it('has none of nothing', () => {
    expect(outageMeans([], MONTH)).toEqual({ count: 0, resolved: 0, mttrMs: null, mtbfMs: null, detectMs: null });
  });
});

test('servers together are never better than the best nor worse than the worst of them', () => {
  const one = fc.record<StateSums>({
    ...{ up: fc.nat(MONTH), degraded: fc.nat(MONTH), down: fc.nat(MONTH), unknown: fc.nat(MONTH) },
    ...{ paused: fc.nat(MONTH), maintenance: fc.nat(MONTH), pending: fc.nat(MONTH) },
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), (all) => {
      const percents = all.map(uptimePercent).filter((percent) => percent !== null);
      fc.pre(percents.length > 0);
      const together = uptimePercent(addStates(all)) ?? Number.NaN;
      expect(together).toBeGreaterThanOrEqual(Math.min(...percents));
      expect(together).toBeLessThanOrEqual(Math.max(...percents));
    }),
  );
});

test('a month is a UTC month, over the end of a year and in a leap year', () => {
  expect(monthSpan('2026-12')).toEqual({ from: Date.UTC(2026, 11), to: Date.UTC(2027, 0) });
  expect((monthSpan('2028-02').to - monthSpan('2028-02').from) / (24 * 60 * MINUTE)).toBe(29);
  expect([monthOf(Date.UTC(2026, 11) - 1), monthOf(Date.UTC(2026, 11))]).toEqual(['2026-11', '2026-12']);
});
