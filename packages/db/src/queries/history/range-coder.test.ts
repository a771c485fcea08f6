import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDecoder, createEncoder } from './range-coder.ts';

const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: -100_000, max: 100_000 }),
  fc.integer({ min: -(2 ** 51), max: 2 ** 51 }),
);
const written = fc.array(fc.tuple(fc.constantFrom('a', 'b'), number), { maxLength: 300 });

const encode = (numbers: [string, number][]) => {
  const encoder = createEncoder();
  for (const [column, value] of numbers) encoder.number(column, value);
  return encoder.end();
};

test('gives back what was written', () => {
  fc.assert(
    fc.property(written, (numbers) => {
      const decoder = createDecoder(encode(numbers));
      expect(numbers.map(([column]) => [column, decoder.number(column)])).toEqual(numbers);
    }),
    { numRuns: 500 },
  );
});

test('long runs of all kinds survive: carries go through any number of bytes', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(number, fc.integer({ min: 1, max: 800 })), { maxLength: 8 }), (runs) => {
      const numbers = runs.flatMap(([value, times]) =>
        Array.from({ length: times }, (): [string, number] => ['a', value]),
      );
      const decoder = createDecoder(encode(numbers));
      expect(numbers.map(() => decoder.number('a'))).toEqual(numbers.map(([, value]) => value));
    }),
  );
});

test('what never changes costs next to nothing', () => {
  expect(encode(Array.from({ length: 1440 }, () => ['a', 60_000])).length).toBeLessThan(40);
});
