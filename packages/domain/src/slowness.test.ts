import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slownessOf } from './slowness.ts';

test.each([
  ['nothing seen', [], null],
  ['all quick', [100, 200, 300, 400, 500], null],
  ['one outlier of five', [100, 100, 100, 100, 9000], null],
  ['three of five', [100, 100, 2100, 2200, 2300], 2300],
  ['just at the budget', [2000, 2000, 2000, 2000, 2000], null],
  ['three of a hundred', [...Array(97).fill(100), 3000, 3000, 3000], null],
  ['six of a hundred', [...Array(94).fill(100), ...Array(6).fill(3000)], 3000],
])('%s', (_, latencies, p95) => {
  expect(slownessOf(latencies, 2000)).toEqual(p95 === null ? null : { p95Ms: p95, budgetMs: 2000 });
});

test('never speaks of a percentile that no probe had', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5000)), (latencies) => {
      const slow = slownessOf(latencies, 2000);
      expect(slow === null || latencies.includes(slow.p95Ms)).toBe(true);
    }),
  );
});
