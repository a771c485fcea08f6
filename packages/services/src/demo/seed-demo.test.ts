import { createServerBody } from '@alivemcp/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOwner } from '../account/create-owner.ts';
import { isSetupPending } from '../account/is-setup-pending.ts';
import { issueSetupLink } from '../account/issue-setup-link.ts';
import { signIn } from '../account/sign-in.ts';
import type { Scope } from '../context.ts';
import { listDrift } from '../drift/list-drift.ts';
import { listIncidents } from '../incident/list-incidents.ts';
import { readLatency } from '../probe/read-latency.ts';
import { readUptime } from '../probe/read-uptime.ts';
import { keepHouse } from '../rollup/keep-house.ts';
import { listServers } from '../server/list-servers.ts';
import { registerServer } from '../server/register-server.ts';
import { ALL, createEmptyContext, createTestContext, START, type TestContext } from '../testing/test-context.ts';
import { pauseDemo, resumeDemo } from './pause-demo.ts';
import { readDemoLinks } from './read-demo-links.ts';
import { DEMO_EMAIL, type DemoInput, seedDemo } from './seed-demo.ts';

const echo = (title: string) => ({ name: 'echo', title, inputSchema: { type: 'object' } });
const said = (version: string, tools: unknown[]) => ({ name: 'test', version, tools });
const LEGACY = { version: '2025-11-25', era: 'legacy', transport: 'streamable-http' } as const;

const input: DemoInput = {
  password: 'a generated password',
  region: 'eu',
  receiverUrl: 'http://hook.test/',
  servers: ['orders', 'docs-search', 'weather', 'payments', 'legacy-crm', 'private-vault'].map((slug, i) => ({
    slug,
    name: slug,
    url: `http://${slug}.test/mcp`,
    group: i < 3 ? 'Core' : 'Partners',
    tags: ['demo'],
    protocol: slug === 'private-vault' ? null : LEGACY,
    past:
      slug === 'docs-search'
        ? [
            said('1.0.0', [echo('Echo')]),
            said('1.0.1', [echo('Say it again')]),
            said('1.0.2', [echo('Say it again'), { ...echo('x'), name: 'new' }]),
          ]
        : [said('1.0.0', [echo('Echo')])],
  })),
};

let ctx: TestContext;
afterEach(() => ctx.close());

const enter = async (): Promise<Scope> => {
  const { session } = await signIn(ctx, { email: DEMO_EMAIL, password: input.password });
  return { workspaceId: session.workspace.id, actor: session.user.id };
};
const serversOf = async (scope: Scope) => (await listServers(ctx, scope, {}, ALL)).data;

describe('a seeded demo', () => {
  beforeEach(async () => {
    ctx = await createTestContext();
    await keepHouse(ctx);
    await seedDemo(ctx, input);
  });

  it('has 90 observed days with some downtime, and resolved incidents for it', async () => {
    const scope = await enter();
    const servers = await serversOf(scope);
    expect(servers.map(({ slug, status }) => ({ slug, status }))).toEqual(
      input.servers.map(({ slug }) => ({ slug, status: 'up' })),
    );
    const payments = servers.find((server) => server.slug === 'payments')?.id ?? '';
    const uptime = await readUptime(ctx, scope, payments, '90d');
    expect(uptime.coveragePercent).toBe(100);
    expect(uptime.uptimePercent).toBeLessThan(100);
    expect(uptime.uptimePercent).toBeGreaterThan(98);
    expect(uptime.days.filter((day) => day.downMs > 0).length).toBeGreaterThan(10);

    const { data: incidents } = await listIncidents(ctx, scope, { serverId: payments }, ALL);
    expect(incidents.length).toBeGreaterThan(20);
    for (const incident of incidents) {
      expect(incident).toMatchObject({ state: 'resolved', serverId: payments });
      expect(incident.updates.length).toBeGreaterThan(1);
      expect(Date.parse(incident.resolvedAt ?? '')).toBeLessThan(START);
    }
    const latency = await readLatency(ctx, scope, payments, { window: '90d' });
    expect(latency.points.length).toBeGreaterThan(89);
    expect(Object.keys(latency.phases)).toContain('tools');
  });

  it('has drifts that are what their changes are', async () => {
    const scope = await enter();
    const docs = (await serversOf(scope)).find((server) => server.slug === 'docs-search');
    const { data: drifts } = await listDrift(ctx, scope, docs?.id ?? '', ALL);
    expect(drifts.map((drift) => [drift.class, drift.versionVerdict, drift.toVersion])).toEqual([
      ['additive', 'understated', '1.0.2'],
      ['cosmetic', 'honest', '1.0.1'],
    ]);
    expect(docs?.tools).toMatchObject({ count: 2, hash: drifts[0]?.toHash });
  });

  it('numbers transitions without a gap up to the present state', async () => {
    const rows = await ctx.rows(`
      select s.sequence, count(*)::int, min(t.sequence) as first, max(t.sequence) as last, max(t.decided_at) < now() as past
      from server_state s join transition t using (workspace_id, server_id) group by s.server_id, s.sequence`);
    expect(rows).toHaveLength(input.servers.length);
    for (const row of rows) expect(row).toMatchObject({ count: row.sequence, first: 1, last: row.sequence });
  });

  it('writes nothing outside its workspace', async () => {
    const tables = [
      'server',
      'transition',
      'incident',
      'latency_hour',
      'drift',
      'tool_version',
      'channel',
      'status_page',
    ];
    for (const table of tables) {
      const rows = await ctx.rows(
        `select count(*)::int, bool_and(w.demo) as demo from ${table} t join workspace w on w.id = t.workspace_id`,
      );
      expect(rows, table).toEqual([{ count: expect.any(Number), demo: true }]);
    }
  });

  it('stays as it is with the same password, and makes room for another', async () => {
    const before = await enter();
    await seedDemo(ctx, input);
    expect(await enter()).toEqual(before);
    await seedDemo(ctx, { ...input, password: 'of another demo.json' });
    await expect(enter()).rejects.toMatchObject({ code: 'wrong_credentials' });
    expect(await ctx.rows('select * from workspace where demo')).toHaveLength(1);
  });

  it('sleeps without a word to anybody, and wakes up', async () => {
    const scope = await enter();
    const states = async () => new Set((await serversOf(scope)).map((server) => server.status));
    await pauseDemo(ctx);
    expect(await states()).toEqual(new Set(['paused']));
    await resumeDemo(ctx);
    expect(await states()).toEqual(new Set(['pending']));
    expect(await ctx.rows('select * from delivery')).toEqual([]);
    expect(await ctx.rows('select enabled from channel')).toEqual([{ enabled: true }]);
  });

  it('says where to look, as long as it is there', async () => {
    const links = () => readDemoLinks(ctx, 'http://orders.test/mcp', 'http://payments.test/mcp');
    expect(await links()).toEqual({
      email: DEMO_EMAIL,
      statusPage: 'https://alive.example/status/demo',
      server: 'https://alive.example/s/orders',
      badge: 'https://alive.example/badge/payments.svg',
    });
    await ctx.rows(`delete from server where slug = 'orders'`);
    expect(await links()).toMatchObject({ server: null });
  });
});

describe('beside servers of the same names', () => {
  beforeEach(async () => {
    ctx = await createTestContext();
  });

  it('takes other slugs, and says so', async () => {
    const theirs = createServerBody.parse({ url: 'http://orders.example/mcp', slug: 'orders', public: true });
    await registerServer(ctx, ctx.theirs, theirs);
    await seedDemo(ctx, input);
    const links = await readDemoLinks(ctx, 'http://orders.test/mcp', 'http://payments.test/mcp');
    expect(links.server).toBe('https://alive.example/s/orders-2');
  });
});

describe('beside an installation', () => {
  beforeEach(async () => {
    ctx = await createEmptyContext();
  });

  it('is not taken for its owner: the link from before still works', async () => {
    const token = await issueSetupLink(ctx);
    await seedDemo(ctx, input);
    expect(await isSetupPending(ctx)).toBe(true);
    const owner = { email: 'ada@example.com', password: 'correct horse battery', workspaceName: 'Tools' };
    await createOwner(ctx, { token: token ?? '', ...owner });
    expect(await isSetupPending(ctx)).toBe(false);
    expect(await issueSetupLink(ctx)).toBeNull();
  });

  it('leaves nothing behind when it was interrupted', async () => {
    const broken = { ...input, servers: [...input.servers, { ...input.servers[0], url: 'nonsense' }] } as DemoInput;
    await expect(seedDemo(ctx, broken)).rejects.toMatchObject({ code: 'url_invalid' });
    await pauseDemo(ctx);
    expect(await ctx.rows('select id from workspace union all select id from account')).toEqual([]);

    await expect(seedDemo(ctx, broken)).rejects.toMatchObject({ code: 'url_invalid' });
    await seedDemo(ctx, input);
    expect(await serversOf(await enter())).toHaveLength(6);
  });
});
