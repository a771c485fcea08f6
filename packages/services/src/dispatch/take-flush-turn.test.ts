import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestContext, START, type TestContext } from '../testing/test-context.ts';
import { reportProber } from './report-prober.ts';
import { takeFlushTurn } from './take-flush-turn.ts';

let ctx: TestContext;
beforeEach(async () => {
  ctx = await createTestContext();
});
afterEach(() => ctx.close());

const beat = (id: string, waitingSince: number | null, ended = false) =>
  reportProber(ctx, {
    id,
    region: 'eu',
    version: '1',
    startedAt: START,
    health: { doubt: null, onItsOwn: false, waiting: waitingSince === null ? 0 : 1, waitingSince, dropped: 0, ended },
  });

test('the oldest results of all probers are written first', async () => {
  await beat('one', START - 60_000);
  await beat('two', START - 30_000);
  expect(await takeFlushTurn(ctx, 'two', START - 30_000)).toBe('older');
  expect(await takeFlushTurn(ctx, 'one', START - 60_000)).toBe('mine');
  // What it said with its turn counts, not only what it says with its signs of life.
  expect(await takeFlushTurn(ctx, 'one', START - 20_000)).toBe('older');
  expect(await takeFlushTurn(ctx, 'two', START - 30_000)).toBe('mine');
  expect(await takeFlushTurn(ctx, 'two', START - 20_500)).toBe('mine');
  await beat('one', null);
  expect(await takeFlushTurn(ctx, 'two', START)).toBe('mine');
});

test('one that has not been heard of since may have older ones; one that ended, or was never there, has none', async () => {
  await beat('silent', null);
  ctx.clock.advance(60_000);
  await beat('one', START);
  expect(await takeFlushTurn(ctx, 'one', START)).toBe('unheard');
  await beat('silent', null, true);
  expect(await takeFlushTurn(ctx, 'one', START)).toBe('mine');
});
