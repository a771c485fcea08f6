import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestContext, START, type TestContext } from '../testing/test-context.ts';
import { reportProber } from './report-prober.ts';
import { shareBacklog } from './share-backlog.ts';

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

test('each hears since when results wait with the others', async () => {
  await beat('one', START - 60_000);
  await beat('two', START - 30_000);
  const heard = { unheard: false };
  expect(await shareBacklog(ctx, 'two', START - 30_000)).toEqual({ ...heard, waitingSince: START - 60_000 });
  expect(await shareBacklog(ctx, 'one', START - 20_000)).toEqual({ ...heard, waitingSince: START - 30_000 });
  // What it says with its turn counts, not only what it says with its signs of life.
  expect(await shareBacklog(ctx, 'two', START - 30_000)).toEqual({ ...heard, waitingSince: START - 20_000 });
  await beat('one', null);
  expect(await shareBacklog(ctx, 'two', START)).toEqual({ ...heard, waitingSince: null });
});

test('one that has not been heard of may have something; one that ended has nothing', async () => {
  await beat('silent', null);
  ctx.clock.advance(60_000);
  await beat('one', START);
  expect(await shareBacklog(ctx, 'one', START)).toEqual({ waitingSince: null, unheard: true });
  await beat('silent', null, true);
  expect(await shareBacklog(ctx, 'one', START)).toEqual({ waitingSince: null, unheard: false });
});
