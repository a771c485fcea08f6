import { expect, test } from 'vitest';
import { every } from './every.ts';

const log = { error: () => {} };
const HOUR = 3_600_000;

test('waking while it runs makes one more run, not two at once', async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const gates: (() => void)[] = [];
  const loop = every('test', HOUR, log, async () => {
    runs++;
    most = Math.max(most, ++running);
    await new Promise<void>((resolve) => gates.push(resolve));
    running--;
  });
  loop.wake();
  loop.wake();
  gates[0]?.();
  await new Promise(setImmediate);
  gates[1]?.();
  await loop.stop();
  expect({ runs, most }).toEqual({ runs: 2, most: 1 });
});

test('a task that fails runs again, and none runs after the stop', async () => {
  let runs = 0;
  const loop = every('test', HOUR, log, async () => {
    runs++;
    throw new Error('no');
  });
  await new Promise(setImmediate);
  loop.wake();
  await loop.stop();
  loop.wake();
  expect(runs).toBe(2);
});
