import { createServerBody, type Server, updateServerBody } from '@alivemcp/contracts';
import { probeSlot } from '@alivemcp/domain';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestContext, type TestContext } from '../testing/test-context.ts';
import { deleteServer } from './delete-server.ts';
import { getServer } from './get-server.ts';
import { pauseServer } from './pause-server.ts';
import { registerServer } from './register-server.ts';
import { updateServer } from './update-server.ts';

let ctx: TestContext;
let server: Server;

beforeEach(async () => {
  ctx = await createTestContext();
  server = await register({ url: 'https://a.example/mcp', auth: { type: 'bearer', token: 'first-token' } });
  await ctx.rows('delete from probe_request');
  ctx.clock.advance(1000);
});
afterEach(() => ctx.close());

const register = (body: Record<string, unknown>) => registerServer(ctx, ctx.mine, createServerBody.parse(body));
const update = (body: Record<string, unknown>) => updateServer(ctx, ctx.mine, server.id, updateServerBody.parse(body));
const requests = async () =>
  (await ctx.rows('select region from probe_request order by region')).map((row) => row.region);

it('changes what was named and leaves the rest', async () => {
  const after = await update({ name: 'Orders', public: true, tags: ['x'], expectations: { version: '2' } });
  expect(after).toEqual({
    ...server,
    name: 'Orders',
    public: true,
    tags: ['x'],
    expectations: { version: '2' },
    updatedAt: new Date(ctx.clock.now()).toISOString(),
  });
  expect(await requests()).toEqual([]);
});

it('does nothing without a field', async () => {
  expect(await update({})).toEqual(server);
  expect(await ctx.rows(`select id from audit_log where action = 'server.updated'`)).toEqual([]);
});

it('keeps the credential on the same origin, drops it on another, and probes both times', async () => {
  expect((await update({ url: 'https://a.example/v2' })).auth.type).toBe('bearer');
  expect(await requests()).toEqual(['eu', 'us']);
  expect((await update({ url: 'https://b.example/v2' })).auth).toEqual({ type: 'none', setAt: null, expiresAt: null });
  const [row] = await ctx.rows('select auth_sealed from server');
  expect(row).toEqual({ auth_sealed: null });
});

it('takes a new credential along to another origin', async () => {
  const after = await update({ url: 'https://b.example/', auth: { type: 'header', name: 'x-key', value: 'v' } });
  expect(after.auth.type).toBe('header');
});

it('does not probe a paused server', async () => {
  await pauseServer(ctx, ctx.mine, server.id);
  await update({ url: 'https://a.example/v2', regions: ['us'] });
  await update({ regions: ['eu', 'us'] });
  expect(await requests()).toEqual([]);
  expect(await ctx.rows('select distinct active from server_region')).toEqual([{ active: false }]);
});

it('moves its places on the wheel with the interval, and probes from a new region at once', async () => {
  await update({ intervalMs: 10_000, regions: ['us'] });
  expect(await ctx.rows('select region, interval_s, slot from server_region')).toEqual([
    { region: 'us', interval_s: 10, slot: probeSlot(server.id, 10, 1) },
  ]);
  const after = await update({ regions: ['us', 'eu', 'eu'] });
  expect(after.regions.map((region) => region.region)).toEqual(['eu', 'us']);
  expect(await requests()).toEqual(['eu']);
});

it.each([
  [{ url: 'http://private.example/' }, 'address_refused', '/url'],
  [{ regions: ['moon'] }, 'region_unknown', '/regions/0'],
  [{ url: 'https://other.example/mcp' }, 'server_exists', '/url'],
  [{ slug: 'other' }, 'slug_taken', '/slug'],
])('refuses %j and changes nothing', async (body, code, pointer) => {
  await register({ url: 'https://other.example/mcp', slug: 'other' });
  await expect(update({ name: 'Never', ...body })).rejects.toMatchObject({ code, errors: [{ pointer }] });
  expect(await getServer(ctx, ctx.mine, server.id)).toEqual(server);
});

it('deletes a server with all that was found out about it', async () => {
  await deleteServer(ctx, ctx.mine, server.id);
  await expect(getServer(ctx, ctx.mine, server.id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(deleteServer(ctx, ctx.mine, server.id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await ctx.rows('select * from server_state')).toEqual([]);
  await register({ url: server.url, slug: server.slug });
});
