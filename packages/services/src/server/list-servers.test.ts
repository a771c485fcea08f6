import { createServerBody } from '@alivemcp/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALL, createTestContext, type TestContext } from '../testing/test-context.ts';
import { listServers } from './list-servers.ts';
import { pauseServer } from './pause-server.ts';
import { registerServer } from './register-server.ts';

let ctx: TestContext;
const ids: string[] = [];

beforeAll(async () => {
  ctx = await createTestContext();
  for (let i = 0; i < 5; i++) {
    const body = { url: `https://s${i}.example/mcp`, name: `100%_${i}`, tags: [i % 2 ? 'odd' : 'even'] };
    const server = await registerServer(ctx, ctx.mine, createServerBody.parse(body));
    ids.unshift(server.id);
    // Two of them at the same moment: the id decides.
    if (i !== 2) ctx.clock.advance(1);
  }
  await registerServer(ctx, ctx.theirs, createServerBody.parse({ url: 'https://s0.example/mcp' }));
});
afterAll(() => ctx.close());

it('gives every server of the workspace once, page by page, newest first', async () => {
  const seen: string[] = [];
  const sizes: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await listServers(ctx, ctx.mine, {}, { limit: 2, cursor });
    seen.push(...page.data.map((server) => server.id));
    sizes.push(page.data.length);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(sizes).toEqual([2, 2, 1]);
  expect(new Set(seen)).toEqual(new Set(ids));
  expect([seen[0], seen[3], seen[4]]).toEqual([ids[0], ids[3], ids[4]]);
});

it('asks the database the same number of times however many servers there are', async () => {
  const counted = async (limit: number) => {
    let calls = 0;
    const { db } = ctx.database;
    const counting = new Proxy(db, {
      get(target, name, receiver) {
        const value = Reflect.get(target, name, receiver);
        if (typeof value !== 'function') return value;
        if (['select', 'selectDistinctOn', 'execute'].includes(String(name))) calls++;
        return value.bind(target);
      },
    });
    await listServers({ ...ctx, database: { ...ctx.database, db: counting } }, ctx.mine, {}, { limit });
    return calls;
  };
  expect(await counted(5)).toBe(await counted(1));
});

it('filters by tag, text and status; signs in the text are only signs', async () => {
  const names = async (filter: Parameters<typeof listServers>[2]) =>
    (await listServers(ctx, ctx.mine, filter, ALL)).data.map((server) => server.name).toSorted();
  expect(await names({ tag: 'odd' })).toEqual(['100%_1', '100%_3']);
  expect(await names({ q: 'S3.EXAMPLE' })).toEqual(['100%_3']);
  expect(await names({ q: '0%_4' })).toEqual(['100%_4']);
  expect(await names({ q: '%4' })).toEqual([]);
  await pauseServer(ctx, ctx.mine, String(ids[0]));
  expect(await names({ status: 'paused' })).toEqual(['100%_4']);
});

it('names the cursor when it is broken', async () => {
  const broken = listServers(ctx, ctx.mine, {}, { limit: 2, cursor: 'nonsense' });
  await expect(broken).rejects.toMatchObject({ code: 'invalid', errors: [{ pointer: '/cursor' }] });
});
