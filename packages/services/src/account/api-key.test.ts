import { SCOPES } from '@alivemcp/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALL, createTestContext, START, type TestContext } from '../testing/test-context.ts';
import { checksum } from './api-key-text.ts';
import { authenticateKey } from './authenticate-key.ts';
import { createKey } from './create-key.ts';
import { listKeys } from './list-keys.ts';
import { revokeKey } from './revoke-key.ts';

let ctx: TestContext;

beforeAll(async () => {
  ctx = await createTestContext();
});
afterAll(() => ctx.close());

it('makes a key that opens its workspace with its scopes', async () => {
  const made = await createKey(ctx, ctx.mine, { name: 'CI', scopes: ['servers:read'] });
  expect(made.key).toMatch(/^amcp_[0-9A-Za-z]{36}$/);
  expect(checksum(made.key.slice(5, 35))).toBe(made.key.slice(35));
  expect(made.hint).toBe(`amcp_…${made.key.slice(-4)}`);
  expect(await authenticateKey(ctx, made.key)).toEqual({
    scope: { workspaceId: ctx.mine.workspaceId, actor: made.id },
    scopes: ['servers:read'],
  });
});

it('grants every scope by default, and stores only the hash', async () => {
  const made = await createKey(ctx, ctx.mine, { name: 'all' });
  expect(made.scopes).toEqual(SCOPES);
  expect(JSON.stringify(await ctx.rows('select * from api_key'))).not.toContain(made.key.slice(5));
  const { data } = await listKeys(ctx, ctx.mine, ALL);
  expect(data.find((key) => key.id === made.id)).not.toHaveProperty('key');
});

it('knows no strange, expired or revoked key', async () => {
  expect(await authenticateKey(ctx, 'amcp_nonsense')).toBeNull();

  const expiresAt = new Date(ctx.clock.now() + 1000).toISOString();
  const short = await createKey(ctx, ctx.mine, { name: 'short', expiresAt });
  expect(await authenticateKey(ctx, short.key)).not.toBeNull();
  ctx.clock.advance(1000);
  expect(await authenticateKey(ctx, short.key)).toBeNull();

  const gone = await createKey(ctx, ctx.mine, { name: 'gone' });
  await revokeKey(ctx, ctx.mine, gone.id);
  expect(await authenticateKey(ctx, gone.key)).toBeNull();
  expect((await listKeys(ctx, ctx.mine, ALL)).data.map((key) => key.id)).not.toContain(gone.id);
  await expect(revokeKey(ctx, ctx.mine, gone.id)).rejects.toMatchObject({ code: 'not_found' });
});

it('refuses an expiry in the past', async () => {
  const body = { name: 'old', expiresAt: new Date(START - 1).toISOString() };
  await expect(createKey(ctx, ctx.mine, body)).rejects.toMatchObject({
    code: 'invalid',
    errors: [{ pointer: '/expiresAt' }],
  });
});

it('notes the use of a key at most once a minute', async () => {
  const { key, id } = await createKey(ctx, ctx.mine, { name: 'busy' });
  const lastUsedAt = async () => (await listKeys(ctx, ctx.mine, ALL)).data.find((row) => row.id === id)?.lastUsedAt;
  expect(await lastUsedAt()).toBeNull();
  await authenticateKey(ctx, key);
  const first = await lastUsedAt();
  ctx.clock.advance(59_999);
  await authenticateKey(ctx, key);
  expect(await lastUsedAt()).toBe(first);
  ctx.clock.advance(1);
  await authenticateKey(ctx, key);
  expect(await lastUsedAt()).toBe(new Date(ctx.clock.now()).toISOString());
});

it('lets a key make keys that may do as much as itself, and no more', async () => {
  const parent = await createKey(ctx, ctx.mine, { name: 'parent', scopes: ['keys:write', 'servers:read'] });
  const scope = { workspaceId: ctx.mine.workspaceId, actor: parent.id };
  expect((await createKey(ctx, scope, { name: 'child' })).scopes).toEqual(['servers:read', 'keys:write']);
  const beyond = createKey(ctx, scope, { name: 'bold', scopes: ['servers:read', 'channels:write'] });
  await expect(beyond).rejects.toMatchObject({ code: 'forbidden' });
});
