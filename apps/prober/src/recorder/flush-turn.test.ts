import { expect, test } from 'vitest';
import { createFlushTurn } from './flush-turn.ts';

test('waits for those who have older results, and goes on when they have written them', async () => {
  const answers = ['older', 'older', 'mine'] as const;
  let asked = 0;
  const turn = createFlushTurn(async () => answers[asked++] ?? 'mine');
  await turn(1_000);
  expect(asked).toBe(3);
});

test('does not wait for ever, neither for one that is gone nor for one that writes nothing', async () => {
  for (const answer of ['unheard', 'older'] as const) {
    let now = 0;
    let asked = 0;
    const turn = createFlushTurn(
      async () => {
        asked++;
        now += 4_000;
        return answer;
      },
      () => now,
    );
    await turn(1_000);
    expect(asked).toBe(3);
    if (answer === 'unheard') {
      // It was waited for once.
      await turn(2_000);
      expect(asked).toBe(4);
    }
  }
});

test('a database that is away is an error of the turn', async () => {
  const turn = createFlushTurn(() => Promise.reject(new Error('away')));
  await expect(turn(1)).rejects.toThrow('away');
});
