import { expect, test } from 'vitest';
import { createTurnstile } from './turnstile.ts';

test('as many as fit run at once, the others in their order', async () => {
  const enter = createTurnstile(2);
  const running: number[] = [];
  const ends: (() => void)[] = [];
  const all = [1, 2, 3, 4].map((n) =>
    enter(() => {
      running.push(n);
      return new Promise<void>((resolve) => ends.push(resolve));
    }),
  );
  await Promise.resolve();
  expect(running).toEqual([1, 2]);
  ends[1]?.();
  await all[1];
  await Promise.resolve();
  expect(running).toEqual([1, 2, 3]);
  ends[0]?.();
  ends[2]?.();
  await Promise.all([all[0], all[2]]);
  ends[3]?.();
  await all[3];
  expect(running).toEqual([1, 2, 3, 4]);
});

test('work that fails gives its place back', async () => {
  const enter = createTurnstile(1);
  await expect(enter(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await enter(async () => 'yes')).toBe('yes');
});
