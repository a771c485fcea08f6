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

test('a process that runs is believed', () => {
  for (let i = 0; i < 10; i++) {
    pass(300);
    expect(health.faultSince(now.wall - 10_000)).toBeNull();
  }
});

test('one that stood still is not, for what was under way then', () => {
  const before = now.wall;
  pass(2_000);
  expect(health.faultSince(before)).toBe('observer.overload');
  pass(300);
  expect(health.faultSince(before)).toBe('observer.overload');
  expect(health.faultSince(now.wall)).toBeNull();
});

test('a clock that was set, forwards or back, is no clock', () => {
  const before = now.wall;
  pass(250, 3_600_250);
  expect(health.faultSince(before)).toBe('observer.clock');
  pass(250, -3_599_750);
  expect(health.faultSince(before)).toBe('observer.clock');
});

test('a machine that slept counts as a clock that was set', () => {
  const before = now.wall;
  pass(250, 60_000);
  expect(health.faultSince(before)).toBe('observer.clock');
});

test('hardly any memory left is overload', () => {
  now.heap = 0.95;
  pass(250);
  expect(health.faultSince(now.wall)).toBe('observer.overload');
});
