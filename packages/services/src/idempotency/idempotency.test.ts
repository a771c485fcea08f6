import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestContext, type TestContext } from '../testing/test-context.ts';
import { abandonIdempotent } from './abandon-idempotent.ts';
import { beginIdempotent } from './begin-idempotent.ts';
import { finishIdempotent } from './finish-idempotent.ts';

const REQUEST = { key: 'k-1', route: 'POST /api/v1/channels', bodyHash: 'hash of a body' };
const ANSWER = { status: 201, response: '{"secret":"whsec_shown-once"}' };
let ctx: TestContext;

beforeEach(async () => {
  ctx = await createTestContext();
});
afterEach(() => ctx.close());

const begin = (request = REQUEST, scope = ctx.mine) => beginIdempotent(ctx, scope, request);

it('does the work once and repeats the answer', async () => {
  expect(await begin()).toEqual({ kind: 'new' });
  await finishIdempotent(ctx, ctx.mine, REQUEST, ANSWER);
  expect(await begin()).toEqual({ kind: 'replay', ...ANSWER });
});

it('keeps the answer sealed: it may hold a secret that is shown once', async () => {
  await begin();
  await finishIdempotent(ctx, ctx.mine, REQUEST, ANSWER);
  expect(JSON.stringify(await ctx.rows('select * from idempotency'))).not.toContain('shown-once');
});

it('gives one of many that come at once the work', async () => {
  const results = await Promise.allSettled([begin(), begin(), begin()]);
  const codes = results.map((result) => (result.status === 'fulfilled' ? result.value.kind : result.reason.code));
  expect(codes.toSorted()).toEqual(['idempotency_running', 'idempotency_running', 'new']);
});

it('refuses another body under the same key, running or done', async () => {
  const other = { ...REQUEST, bodyHash: 'another' };
  await begin();
  await expect(begin(other)).rejects.toMatchObject({ code: 'idempotency_mismatch' });
  await finishIdempotent(ctx, ctx.mine, REQUEST, ANSWER);
  await expect(begin(other)).rejects.toMatchObject({ code: 'idempotency_mismatch' });
});

it('lets one take over a request that has run for a minute', async () => {
  await begin();
  ctx.clock.advance(59_999);
  await expect(begin()).rejects.toMatchObject({ code: 'idempotency_running' });
  ctx.clock.advance(1);
  const results = await Promise.allSettled([begin(), begin()]);
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
});

it('tries again at once after a failure, and does not forget an answer', async () => {
  await begin();
  await abandonIdempotent(ctx, ctx.mine, REQUEST);
  expect(await begin()).toEqual({ kind: 'new' });
  await finishIdempotent(ctx, ctx.mine, REQUEST, ANSWER);
  await abandonIdempotent(ctx, ctx.mine, REQUEST);
  expect(await begin()).toMatchObject({ kind: 'replay' });
});

it('is another request in another workspace or on another route, and after a day', async () => {
  await begin();
  await finishIdempotent(ctx, ctx.mine, REQUEST, ANSWER);
  expect(await begin(REQUEST, ctx.theirs)).toEqual({ kind: 'new' });
  expect(await begin({ ...REQUEST, route: 'POST /api/v1/keys' })).toEqual({ kind: 'new' });
  ctx.clock.advance(86_400_000);
  expect(await begin({ ...REQUEST, bodyHash: 'another' })).toEqual({ kind: 'new' });
});
