import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runBounded } from './run-bounded.ts';

test('never more than the limit at once, and results in the order of the items', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(5), { maxLength: 40 }), fc.integer({ min: 1, max: 8 }), async (items, limit) => {
      let running = 0;
      let most = 0;
      const results = await runBounded(items, limit, async (item) => {
        most = Math.max(most, ++running);
        for (let i = 0; i < item; i++) await new Promise(setImmediate);
        running--;
        return item * 2;
      });
      expect(results).toEqual(items.map((item) => item * 2));
      expect(most).toBeLessThanOrEqual(limit);
    }),
    { numRuns: 50 },
  );
});
