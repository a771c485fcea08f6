import { expect, test } from 'vitest';
import { createSteadyClock } from './steady-clock.ts';

test('goes on when the wall clock is set, knows how far that is off, and is set right by others', () => {
  let wall = 1_000_000;
  let monotonic = 50;
  const clock = createSteadyClock(
    () => wall,
    () => monotonic,
  );
  const pass = (ms: number) => {
    wall += ms;
    monotonic += ms;
  };
  pass(1_000);
  expect(clock.now()).toBe(1_001_000);
  wall += 600_000;
  expect(clock.now()).toBe(1_001_000);
  expect(clock.wallShift()).toBe(-600_000);
  clock.set(1_002_000);
  pass(500);
  expect(clock.now()).toBe(1_002_500);
});
