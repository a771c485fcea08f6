import { touchProber } from '@alivemcp/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestContext, type TestContext } from '../testing/test-context.ts';
import { listRegions } from './list-regions.ts';

let ctx: TestContext;
beforeAll(async () => {
  ctx = await createTestContext(['eu', 'us']);
});
afterAll(() => ctx.close());

const report = (id: string, region: string, seenAt: string) =>
  touchProber(ctx.database.db, { id, region, version: '1', startedAt: new Date(0), seenAt: new Date(seenAt) });

it('names every region with the last sign of life of any prober there', async () => {
  await report('one', 'us', '2026-11-02T09:59:00.000Z');
  await report('two', 'us', '2026-11-02T09:59:30.000Z');
  await report('three', 'gone', '2026-11-02T09:59:50.000Z');
  expect(await listRegions({ ...ctx, regionNames: { eu: 'Dublin' } })).toEqual({
    data: [
      { id: 'eu', name: 'Dublin', seenAt: null },
      { id: 'us', name: 'us', seenAt: '2026-11-02T09:59:30.000Z' },
    ],
    nextCursor: null,
  });
});
