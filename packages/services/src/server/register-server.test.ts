import { createServerBody } from '@alivemcp/contracts';
import { probeSlot } from '@alivemcp/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestContext, START, type TestContext } from '../testing/test-context.ts';
import { authContext } from './auth-context.ts';
import { registerServer } from './register-server.ts';

let ctx: TestContext;

beforeEach(async () => {
  ctx = await createTestContext();
});
afterEach(() => ctx.close());

const register = (body: Record<string, unknown>, scope = ctx.mine) =>
  registerServer(ctx, scope, createServerBody.parse(body));

const URL_A = 'https://mcp.acme.example/mcp';

it('registers a server that is pending everywhere, named after its host', async () => {
  const server = await register({ url: 'HTTPS://MCP.acme.example:443/mcp#top', tags: ['a', 'a'] });
  expect(server).toMatchObject({
    url: URL_A,
    name: 'mcp.acme.example',
    slug: 'mcp-acme-example',
    status: 'pending',
    public: false,
    intervalMs: 60_000,
    auth: { type: 'none', setAt: null, expiresAt: null },
    tags: ['a'],
    regions: [
      { region: 'eu', status: 'unknown', checkedAt: null },
      { region: 'us', status: 'unknown', checkedAt: null },
    ],
    uptime: { '24h': null, '7d': null, '30d': null, '90d': null },
    p95Ms: null,
    openIncidentId: null,
    since: new Date(START).toISOString(),
    lastProbeAt: null,
  });
});

it('puts it on the wheel of each region and asks for a first probe at once', async () => {
  const woken = Promise.withResolvers<void>();
  const stop = await ctx.database.listen('probe_request', () => woken.resolve());
  const { id } = await register({ url: URL_A, intervalMs: 30_000 });
  await woken.promise;
  await stop();
  expect(await ctx.rows('select region, interval_s, slot, active from server_region order by region')).toEqual([
    { region: 'eu', interval_s: 30, slot: probeSlot(id, 30, 0), active: true },
    { region: 'us', interval_s: 30, slot: probeSlot(id, 30, 1), active: true },
  ]);
  expect(await ctx.rows('select server_id, region, reason from probe_request order by region')).toEqual([
    { server_id: id, region: 'eu', reason: 'first' },
    { server_id: id, region: 'us', reason: 'first' },
  ]);
  expect(await ctx.rows(`select actor, target from audit_log where action = 'server.created'`)).toEqual([
    { actor: ctx.mine.actor, target: id },
  ]);
});

it('seals the credential and tells only its kind', async () => {
  const auth = { type: 'bearer', token: 'tok-very-secret', expiresAt: '2027-01-01T00:00:00Z' };
  const server = await register({ url: URL_A, auth });
  expect(server.auth).toEqual({
    type: 'bearer',
    setAt: new Date(START).toISOString(),
    expiresAt: '2027-01-01T00:00:00.000Z',
  });
  const [row] = await ctx.rows('select * from server');
  expect(JSON.stringify(row)).not.toContain('tok-very-secret');
  expect(JSON.stringify(await ctx.rows('select * from audit_log'))).not.toContain('tok-very-secret');
  const opened = ctx.sealer.open(String(row?.auth_sealed), authContext(ctx.mine.workspaceId, server.id));
  expect(JSON.parse(opened)).toEqual({ type: 'bearer', token: 'tok-very-secret' });
  expect(() => ctx.sealer.open(String(row?.auth_sealed), authContext(ctx.theirs.workspaceId, server.id))).toThrow();
});

describe('stores nothing', () => {
  const stored = async () => [
    ...(await ctx.rows('select id from server')),
    ...(await ctx.rows('select id from probe_request')),
    ...(await ctx.rows('select region from server_region')),
    ...(await ctx.rows(`select id from audit_log where action like 'server.%'`)),
  ];

  it.each([
    ['a URL that is none', { url: 'not a url' }, 'url_invalid', '/url'],
    ['a refused address', { url: 'http://private.example/mcp' }, 'address_refused', '/url'],
    ['an unknown region', { url: URL_A, regions: ['eu', 'moon'] }, 'region_unknown', '/regions/1'],
    [
      'a refused token endpoint',
      {
        url: URL_A,
        auth: {
          type: 'oauth_client_credentials',
          clientId: 'a',
          clientSecret: 'b',
          tokenUrl: 'http://private.example/t',
        },
      },
      'address_refused',
      '/auth/tokenUrl',
    ],
  ])('for %s', async (_name, body, code, pointer) => {
    await expect(register(body)).rejects.toMatchObject({ code, errors: [{ pointer }] });
    expect(await stored()).toEqual([]);
  });

  it('for an unknown region, naming it and the known ones', async () => {
    await expect(register({ url: URL_A, regions: ['moon'] })).rejects.toThrow(/moon.*eu, us/);
  });

  it('for a URL that is registered already, in whatever spelling', async () => {
    const { id } = await register({ url: URL_A });
    const before = await stored();
    await expect(register({ url: 'https://MCP.ACME.example:443/x/../mcp', slug: 'other' })).rejects.toMatchObject({
      code: 'server_exists',
      status: 409,
      errors: [{ pointer: '/url', message: `registered as ${id}` }],
    });
    expect(await stored()).toEqual(before);
  });

  it('for a slug that is taken, also by another workspace', async () => {
    await register({ url: URL_A, slug: 'acme' }, ctx.theirs);
    const before = await stored();
    const again = register({ url: 'https://b.example/mcp', slug: 'acme' });
    await expect(again).rejects.toMatchObject({ code: 'slug_taken', errors: [{ pointer: '/slug' }] });
    expect(await stored()).toEqual(before);
  });
});

it('lets another workspace watch the same URL, under a slug of its own', async () => {
  const mine = await register({ url: URL_A });
  const theirs = await register({ url: URL_A }, ctx.theirs);
  expect([mine.slug, theirs.slug]).toEqual(['mcp-acme-example', 'mcp-acme-example-2']);
});

it('registers one of two that come with the same URL at once', async () => {
  const results = await Promise.allSettled([register({ url: URL_A }), register({ url: URL_A })]);
  expect(results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))).toEqual([
    'server_exists',
  ]);
  expect(await ctx.rows('select id from server')).toHaveLength(1);
});

it('finds a free slug for each of many servers of one host that come at once', async () => {
  const paths = Array.from({ length: 12 }, (_, i) => i);
  const servers = await Promise.all(paths.map((path) => register({ url: `https://mcp.acme.example/${path}` })));
  expect(new Set(servers.map((server) => server.slug)).size).toBe(12);
});
