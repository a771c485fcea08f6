import { expect, test } from 'vitest';
import { createFlushTurn } from './flush-turn.ts';

const NONE = { waitingSince: null, unheard: false };
const T = 1_700_000_000_000;

/** Asks until it is its turn; each question takes four seconds. Returns how often it asked. */
function waiter(answer: (asked: number) => { waitingSince: number | null; unheard: boolean }) {
  let now = 0;
  let asked = 0;
  const turn = createFlushTurn(
    async () => {
      now += 4_000;
      return answer(asked++);
    },
    () => now,
  );
  return async (at: number) => {
    asked = 0;
    await turn(at);
    return asked;
  };
}

test('waits for those who have older results while they get on, however long', async () => {
  const turn = waiter((asked) => (asked < 8 ? { ...NONE, waitingSince: T - 60_000 + asked * 5_000 } : NONE));
  expect(await turn(T)).toBe(9);
});

test('what is of about the same moment is in order', async () => {
  expect(await waiter(() => ({ ...NONE, waitingSince: T - 900 }))(T)).toBe(1);
});

test('does not wait for ever, neither for one that is gone nor for one that gets nowhere', async () => {
  expect(await waiter(() => ({ ...NONE, waitingSince: T - 60_000 }))(T)).toBe(4);
  const turn = waiter(() => ({ ...NONE, unheard: true }));
  expect(await turn(T)).toBe(3);
  // It was waited for once.
  expect(await turn(T + 1_000)).toBe(1);
});

test('a database that is away is an error of the turn', async () => {
  const turn = createFlushTurn(() => Promise.reject(new Error('away')));
  await expect(turn(T)).rejects.toThrow('away');
});
