import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quorum } from './quorum.ts';

test.each([
  [1, 1, 1],
  [2, 2, 2],
  [2, 1, 2],
  [3, 3, 2],
  [3, 2, 2],
  [4, 4, 3],
  [5, 5, 3],
  [5, 4, 3],
  [5, 3, 2],
])('%i assigned, %i sighted: %i must agree', (assigned, sighted, need) => {
  expect(quorum(assigned, sighted)).toBe(need);
});

test('two groups that could each decide always share a region', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(50), (assigned, extra) => {
      const sighted = Math.min(assigned, extra);
      expect(2 * quorum(assigned, sighted)).toBeGreaterThan(sighted);
    }),
  );
});

test('one region alone never decides where two are assigned', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 50 }), fc.nat(50), (a, s) => quorum(a, s) >= 2));
});
