import { expect, it } from 'vitest';
import { latencyPath, roundUp } from './latency-path.ts';

const point = (day: number, ms: number | null) => ({ day: `2026-11-0${day}`, ms });

it('draws through the days that have a value, and breaks where one is missing', () => {
  const points = [point(1, 0), point(2, 50), point(3, null), point(4, 100), point(5, 25)];
  expect(latencyPath(points, 400, 100, 100)).toBe('M0 100h0L100 50M300 0h0L400 75');
  expect(latencyPath([point(1, 10), point(5, 20)], 400, 100, 100)).toBe('M0 90h0M400 80h0');
});

it('has nothing to draw without days or values', () => {
  expect(latencyPath([], 400, 100, 100)).toBe('');
  expect(latencyPath([point(1, null)], 400, 100, 100)).toBe('');
});

it('draws a single day', () => {
  expect(latencyPath([point(1, 10)], 400, 100, 100)).toBe('M0 90h0');
});

it('ends the axis at a round number that holds everything', () => {
  expect([0, 10, 11, 99, 101, 432, 1_001, 9_500].map(roundUp)).toEqual([10, 10, 15, 100, 150, 500, 1_500, 10_000]);
});
