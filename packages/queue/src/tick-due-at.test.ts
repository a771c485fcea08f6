import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tickDueAt } from './tick-due-at.ts';

test('a tick stands for the newest of its seconds, up to half a second ahead', () => {
  fc.assert(
    fc.property(fc.nat(59), fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }), (slot, now) => {
      const dueAt = tickDueAt(slot, now);
      expect((dueAt / 1000) % 60).toBe(slot);
      expect(now - dueAt).toBeGreaterThanOrEqual(-500);
      expect(now - dueAt).toBeLessThan(59_500);
    }),
  );
});
