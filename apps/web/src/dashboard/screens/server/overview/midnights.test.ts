import { expect, it } from 'vitest';
import { midnights } from './midnights.ts';

const local = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();

it('finds each day that begins in between', () => {
  expect(midnights(local(14, 9), local(17, 9))).toEqual([local(15, 0), local(16, 0), local(17, 0)]);
  expect(midnights(local(14, 9), local(14, 23))).toEqual([]);
});
