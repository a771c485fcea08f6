import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDetectionDue, probeSlot } from './schedule.ts';

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

test('of a day of probes, whenever it begins, one finds out anew how a server speaks', () => {
  const seconds = fc.integer({ min: 10, max: 3600 });
  fc.assert(
    fc.property(fc.string(), seconds, fc.nat(2_000_000_000), (id, intervalS, fromS) => {
      const intervalMs = intervalS * 1000;
      const probesADay = Math.floor(86_400_000 / intervalMs);
      const dues = Array.from({ length: probesADay }, (_, i) => fromS * 1000 + i * intervalMs);
      expect(dues.filter((due) => isDetectionDue(id, due, intervalMs))).toHaveLength(1);
    }),
    { numRuns: 50 },
  );
});
