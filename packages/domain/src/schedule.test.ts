import fc from 'fast-check';
import { expect, test } from 'vitest';
import { probeSlot } from './schedule.ts';

const intervals = fc.integer({ min: 10, max: 3600 });

test('a slot lies inside its interval and never changes', () => {
  fc.assert(
    fc.property(fc.string(), intervals, fc.nat(31), (id, interval, region) => {
      const slot = probeSlot(id, interval, region);
      expect(slot).toBeGreaterThanOrEqual(0);
      expect(slot).toBeLessThan(interval);
      expect(probeSlot(id, interval, region)).toBe(slot);
    }),
  );
});

test('regions of one server follow each other within five seconds', () => {
  fc.assert(
    fc.property(fc.string(), intervals, fc.nat(31), (id, interval, region) => {
      const shift = (probeSlot(id, interval, region) - probeSlot(id, interval, 0) + interval) % interval;
      expect(shift).toBeLessThanOrEqual(5);
    }),
  );
});

test('the load is flat over the minute', () => {
  const perSlot = new Array<number>(60).fill(0);
  for (let i = 0; i < 60_000; i++) {
    const slot = probeSlot(`srv_${i.toString(36).padStart(26, '0')}`, 60, 0);
    perSlot[slot] = (perSlot[slot] ?? 0) + 1;
  }
  expect(Math.min(...perSlot)).toBeGreaterThan(800);
  expect(Math.max(...perSlot)).toBeLessThan(1200);
});
