import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestContext, type TestContext } from '../testing/test-context.ts';
import { appendAudit } from './append-audit.ts';
import { listAuditLog } from './list-audit-log.ts';

let ctx: TestContext;

beforeAll(async () => {
  ctx = await createTestContext();
});
afterAll(() => ctx.close());

it('is gone with the transaction that failed', async () => {
  const failing = ctx.database.transaction(async (tx) => {
    await appendAudit(tx, ctx, ctx.mine, { action: 'server.deleted', target: 'srv_x' });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  const { data } = await listAuditLog(ctx, ctx.mine, { limit: 10 });
  expect(data.map((entry) => entry.action)).toEqual(['workspace.created']);
});

it('tells who did what, newest first, page by page', async () => {
  for (const target of ['srv_1', 'srv_2']) {
    ctx.clock.advance(1);
    await ctx.database.transaction((tx) =>
      appendAudit(tx, ctx, ctx.mine, { action: 'server.paused', target, detail: { reason: 'night' } }),
    );
  }
  const one = await listAuditLog(ctx, ctx.mine, { limit: 2 });
  expect(one.data.map((entry) => entry.target)).toEqual(['srv_2', 'srv_1']);
  expect(one.data[0]).toMatchObject({ actor: ctx.mine.actor, detail: { reason: 'night' } });
  const two = await listAuditLog(ctx, ctx.mine, { limit: 2, cursor: one.nextCursor ?? '' });
  expect(two.data.map((entry) => entry.action)).toEqual(['workspace.created']);
});
