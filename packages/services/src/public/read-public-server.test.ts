import { createServerBody } from '@alivemcp/contracts';
import { schema } from '@alivemcp/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createIncident } from '../incident/create-incident.ts';
import { registerServer } from '../server/register-server.ts';
import { updateServer } from '../server/update-server.ts';
import { createTestContext, START, type TestContext } from '../testing/test-context.ts';
import { readPublicServer } from './read-public-server.ts';

const DAY_MS = 86_400_000;
let ctx: TestContext;
let serverId: string;

beforeAll(async () => {
  ctx = await createTestContext();
  const body = { url: 'https://a.example/mcp?api_key=hush', slug: 'acme', public: true };
  serverId = (await registerServer(ctx, ctx.mine, createServerBody.parse(body))).id;
});
afterAll(() => ctx.close());

it('shows a server that was never probed, without the query of its URL', async () => {
  const none = { p50Ms: null, p95Ms: null };
  expect(await readPublicServer(ctx, 'acme')).toEqual({
    id: serverId,
    slug: 'acme',
    name: 'a.example',
    url: 'https://a.example/mcp',
    status: 'pending',
    posture: null,
    since: new Date(START).toISOString(),
    class: null,
    summary: null,
    lastProbeAt: null,
    regions: ['eu', 'us'].map((region) => ({
      region,
      name: region,
      status: 'unknown',
      class: null,
      latencyMs: null,
      checkedAt: null,
    })),
    uptime: { '24h': null, '7d': null, '30d': null, '90d': null },
    coverage30d: 0,
    latency: { '24h': none, '7d': none, '30d': none, '90d': none },
    protocolVersion: null,
    serverInfo: null,
    tools: null,
    driftAt: null,
    openIncident: null,
  });
});

it('shows what was found out since, each window by itself', async () => {
  const { workspaceId } = ctx.mine;
  const hour = (daysAgo: number, buckets: number[], counts: number[]) => ({
    workspaceId,
    serverId,
    region: 'eu',
    hour: new Date(START - daysAgo * DAY_MS),
    phase: 'total',
    buckets,
    counts,
  });
  await ctx.database.db
    .insert(schema.latencyHour)
    .values([hour(0, [10, 20], [99, 1]), hour(3, [20], [10_000]), hour(60, [40], [1_000_000])]);
  await ctx.rows(`update server_state set status = 'up', server_name = 'Acme', server_version = '1.2.3',
    protocol = '{"version":"2025-11-25","era":"legacy","transport":"streamable-http"}'`);
  await ctx.rows(`update server_region set outcome = 'up', latency_ms = 80, checked_at = '2026-11-02T09:59:00Z'
    where region = 'eu'`);
  await createIncident(ctx, ctx.mine, { serverId, title: 'Slow', body: 'We look' });

  const shown = await readPublicServer(ctx, 'acme');
  expect(shown).toMatchObject({
    status: 'up',
    serverInfo: { name: 'Acme', version: '1.2.3' },
    protocolVersion: '2025-11-25',
    lastProbeAt: '2026-11-02T09:59:00.000Z',
    regions: [
      { region: 'eu', status: 'up', latencyMs: 80 },
      { region: 'us', status: 'unknown' },
    ],
    openIncident: { title: 'Slow' },
    latency: {
      '24h': { p50Ms: 6, p95Ms: 6 },
      '7d': { p50Ms: 35, p95Ms: 35 },
      '30d': { p50Ms: 35, p95Ms: 35 },
      '90d': { p50Ms: 1347, p95Ms: 1347 },
    },
  });
});

it('shows nothing of a private or unknown server', async () => {
  await updateServer(ctx, ctx.mine, serverId, { public: false });
  expect(await readPublicServer(ctx, 'acme')).toBeNull();
  expect(await readPublicServer(ctx, 'nobody')).toBeNull();
});
