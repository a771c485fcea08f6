import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketMiddle, bucketOf, countOf, mergeHistograms, percentileMs } from './histogram.ts';

const durations = fc.array(fc.double({ min: 1.5, max: 60_000, noNaN: true }), { minLength: 1, maxLength: 200 });
const histogramOf = (values: number[]) =>
  mergeHistograms(values.map((ms) => ({ buckets: [bucketOf(ms)], counts: [1] })));

test('a duration is reported within ten percent', () => {
  fc.assert(
    fc.property(fc.double({ min: 1.5, max: 60_000, noNaN: true }), (ms) => {
      expect(Math.abs(bucketMiddle(bucketOf(ms)) - ms) / ms).toBeLessThanOrEqual(0.1001);
    }),
  );
});

test('a percentile is within ten percent of the exact nearest rank, and a millisecond of rounding', () => {
  fc.assert(
    fc.property(durations, fc.constantFrom(0.5, 0.95, 0.99), (values, share) => {
      const sorted = values.toSorted((a, b) => a - b);
      const exact = sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
      const reported = percentileMs(histogramOf(values), share) ?? 0;
      expect(Math.abs(reported - exact)).toBeLessThanOrEqual(exact * 0.1001 + 0.5);
    }),
  );
});

test('merging is addition, in any order', () => {
  fc.assert(
    fc.property(durations, durations, (a, b) => {
      const both = histogramOf([...a, ...b]);
      expect(mergeHistograms([histogramOf(b), histogramOf(a)])).toEqual(both);
      expect(countOf(both)).toBe(a.length + b.length);
    }),
  );
});

test('no sample, no percentile', () => expect(percentileMs({ buckets: [], counts: [] }, 0.5)).toBeNull());
