import { expect, it } from 'vitest';
import { withGaps } from './with-gaps.ts';

const HOUR = 3_600_000;
const point = (hour: number) => ({ at: new Date(hour * HOUR).toISOString(), count: 1, p50Ms: 1, p95Ms: 2, p99Ms: 3 });

it('orders the points and leaves a gap where hours are missing', () => {
  const shown = withGaps({ step: '1h', points: [point(6), point(1), point(2)] });
  expect(shown.map(({ at, p50Ms }) => [at / HOUR, p50Ms])).toEqual([
    [1, 1],
    [2, 1],
    [3, null],
    [6, 1],
  ]);
});

it('knows how long a step is', () => {
  expect(withGaps({ step: '1d', points: [point(0), point(24)] })).toHaveLength(2);
});
