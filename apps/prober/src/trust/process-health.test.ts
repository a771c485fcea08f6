import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ProcessHealth, watchProcess } from './process-health.ts';

let now: { wall: number; monotonic: number; heap: number };
let health: ProcessHealth;
beforeEach(() => {
  now = { wall: 1_000_000, monotonic: 0, heap: 0.5 };
  health = watchProcess({ wall: () => now.wall, monotonic: () => now.monotonic, heap: () => now.heap });
});
afterEach(() => health.close());

const pass = (ms: number, wallMs = ms) => {
  now.wall += wallMs;
  now.monotonic += ms;
};

test('a process that runs is not busy, and its clock does not step', () => {
  for (let i = 0; i < 10; i++) {
    pass(300);
    expect(health.wasBusy(10_000)).toBe(false);
  }
  expect(health.clockSteps()).toBe(0);
});

test('one that stood still was busy, for what was under way then', () => {
  pass(2_000);
  expect(health.wasBusy(1_000)).toBe(true);
  pass(300);
  expect(health.wasBusy(200)).toBe(false);
  expect(health.wasBusy(1_000)).toBe(true);
});

test('a clock that was set, forwards or back, has stepped, and so has that of a machine that slept', () => {
  pass(250, 3_600_250);
  expect(health.clockSteps()).toBe(1);
  pass(250, -3_599_750);
  expect(health.clockSteps()).toBe(2);
  pass(250, 60_000);
  expect(health.clockSteps()).toBe(3);
  expect(health.wasBusy(10_000)).toBe(false);
});

test('hardly any memory left is busy', () => {
  now.heap = 0.95;
  pass(250);
  expect(health.wasBusy(100)).toBe(true);
});
