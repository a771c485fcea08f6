import { createMaintenanceBody, createServerBody } from '@alivemcp/contracts';
import { schema } from '@alivemcp/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addIncidentUpdate } from '../incident/add-incident-update.ts';
import { createIncident } from '../incident/create-incident.ts';
import { createMaintenance } from '../maintenance/create-maintenance.ts';
import { registerServer } from '../server/register-server.ts';
import { updateServer } from '../server/update-server.ts';
import { createTestContext, START, type TestContext } from '../testing/test-context.ts';
import { readServerPage } from './read-server-page.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
let ctx: TestContext;
let serverId: string;

beforeAll(async () => {
  ctx = await createTestContext();
  const body = { url: 'https://a.example/mcp?key=hush', slug: 'acme', public: true, name: 'Acme\u202e orders' };
  serverId = (await registerServer(ctx, ctx.mine, createServerBody.parse(body))).id;
});
afterAll(() => ctx.close());

const page = async () => {
  const view = await readServerPage(ctx, 'acme');
  if (!view) throw new Error('there is no page');
  return view;
};
const transition = (sequence: number, from: 'pending' | 'up' | 'down', to: 'up' | 'down', atMs: number) => ({
  workspaceId: ctx.mine.workspaceId,
  serverId,
  sequence,
  from,
  to,
  at: new Date(atMs),
  decidedAt: new Date(atMs),
  failingRegions: [],
  sightedRegions: [],
});

it('has 90 days, today last, of a server that was never probed too', async () => {
  const view = await page();
  expect(view.server).toMatchObject({ name: 'Acme orders', url: 'https://a.example/mcp', status: 'pending' });
  expect([view.days.length, view.days[0]?.day, view.days.at(-1)?.day]).toEqual([90, '2026-08-05', '2026-11-02']);
  expect(view.latencyDays).toHaveLength(30);
  expect(view).toMatchObject({
    incidents: [],
    drifts: [],
    deprecated: [],
    inconsistent: [],
    maintenance: [],
    toolNames: [],
    generatedUntil: null,
  });
});

it('says of each day and window what was observed', async () => {
  await ctx.rows(`update server set created_at = '2026-10-23T10:00:00Z'`);
  const downAt = START - DAY_MS;
  await ctx.database.db
    .insert(schema.transition)
    .values([
      transition(1, 'pending', 'up', START - 5 * DAY_MS),
      transition(2, 'up', 'down', downAt),
      transition(3, 'down', 'up', downAt + 6 * HOUR_MS),
    ]);
  const { days, coverage, server } = await page();
  const byDay = new Map(days.map((day) => [day.day, day]));
  expect(byDay.get('2026-10-22')).toMatchObject({ uptimePercent: null, coveragePercent: 0 });
  expect(byDay.get('2026-10-27')).toMatchObject({ uptimePercent: null, coveragePercent: 0 });
  expect(byDay.get('2026-10-28')).toMatchObject({ uptimePercent: 100, coveragePercent: 58.33 });
  expect(byDay.get('2026-11-01')).toEqual({
    day: '2026-11-01',
    uptimePercent: 75,
    downMs: 6 * HOUR_MS,
    degradedMs: 0,
    coveragePercent: 100,
  });
  expect(byDay.get('2026-11-02')).toMatchObject({ uptimePercent: 100, coveragePercent: 100 });
  expect(coverage).toEqual({ '24h': 100, '7d': 71.42, '30d': 50, '90d': 50 });
  expect(server.uptime).toEqual({ '24h': 75, '7d': 95, '30d': 95, '90d': 95 });
});

it('keeps today at midnight sharp', async () => {
  const now = ctx.clock.now();
  ctx.clock.advance(14 * HOUR_MS);
  const { days } = await page();
  expect([days.length, days.at(-1)]).toMatchObject([90, { day: '2026-11-03', uptimePercent: null }]);
  ctx.clock.advance(now - ctx.clock.now());
});

it('merges the hours and regions of a day before it takes percentiles', async () => {
  const hour = (at: number, region: string, bucket: number, count: number) => ({
    workspaceId: ctx.mine.workspaceId,
    serverId,
    region,
    hour: new Date(at),
    phase: 'total',
    buckets: [bucket],
    counts: [count],
  });
  const today = START - 10 * HOUR_MS;
  await ctx.database.db
    .insert(schema.latencyHour)
    .values([
      hour(today, 'eu', 10, 90),
      hour(today + HOUR_MS, 'us', 20, 10),
      hour(today - HOUR_MS, 'eu', 20, 1),
      { ...hour(today - HOUR_MS, 'eu', 61, 9), phase: 'tls' },
      hour(today - 40 * DAY_MS, 'eu', 40, 1),
    ]);
  const { latencyDays } = await page();
  expect(latencyDays.slice(-2)).toEqual([
    { day: '2026-11-01', p50Ms: 35, p95Ms: 35 },
    { day: '2026-11-02', p50Ms: 6, p95Ms: 35 },
  ]);
  expect(latencyDays.filter((day) => day.p95Ms !== null)).toHaveLength(2);
});

it('shows open incidents, then those of two weeks, with their updates newest first', async () => {
  const open = (title: string) => createIncident(ctx, ctx.mine, { serverId, title, body: 'We\u200b look.\nNow.' });
  const resolve = (id: string) => addIncidentUpdate(ctx, ctx.mine, id, { state: 'resolved', body: 'Done.' });
  const [still, recent, old] = [await open('Slow\u202e'), await open('Recent'), await open('Old')];
  ctx.clock.advance(1000);
  await resolve(recent.id);
  await resolve(old.id);
  await ctx.rows(`update incident set resolved_at = '2026-10-19T09:59:59Z' where id = '${old.id}'`);
  const { incidents } = await page();
  expect(incidents.map((incident) => incident.id)).toEqual([still.id, recent.id]);
  expect(incidents[0]).toMatchObject({ title: 'Slow', serverName: 'Acme orders', resolvedAt: null, durationMs: 1000 });
  expect(incidents[1]?.updates.map(({ state, body }) => [state, body])).toEqual([
    ['resolved', 'Done.'],
    ['investigating', 'We look.\nNow.'],
  ]);
});

const change = (driftClass: 'additive' | 'cosmetic', kind: string, summary: string) => ({
  class: driftClass,
  kind,
  tool: 'a',
  pointer: '/a',
  before: null,
  after: null,
  summary,
});

it('shows the newest ten drifts, what changed in the newest, and the names of the present tools', async () => {
  const { workspaceId } = ctx.mine;
  await ctx.database.db.insert(schema.drift).values(
    Array.from({ length: 11 }, (_, i) => ({
      workspaceId,
      id: `drf_${i}`,
      serverId,
      at: new Date(START + i),
      class: 'additive' as const,
      versionVerdict: 'honest' as const,
      fromHash: 'a',
      toHash: 'b',
      regions: ['eu'],
      summary: `Tool\n${i}\u202e`,
      toVersion: `${i}.0.0\u202e`,
      changes: [change('additive', 'tool_added', `New\u202e ${i}`), change('cosmetic', 'icons_changed', 'Other icons')],
    })),
  );
  const tools = [{ name: 'sea\u200brch' }, { name: 'echo' }, 'no object', { title: 'no name' }, { name: 7 }];
  await ctx.database.db.insert(schema.toolSnapshot).values({
    workspaceId,
    hash: 'h',
    algorithm: 'test',
    contractHash: 'c',
    presentationHash: 'p',
    count: tools.length,
    tools,
  });
  await ctx.rows(`update server_state set tools_hash = 'h'`);
  const { drifts, toolNames } = await page();
  expect(drifts.map((drift) => drift.id)).toEqual(Array.from({ length: 10 }, (_, i) => `drf_${10 - i}`));
  expect(drifts[0]).toMatchObject({
    summary: 'Tool 10',
    fromVersion: null,
    toVersion: '10.0.0',
    sections: [
      { heading: 'Additive', lines: ['New 10'], left: 0 },
      { heading: 'Internal', lines: ['Other icons'], left: 0 },
    ],
  });
  expect(drifts.filter(({ sections }) => sections.length > 0)).toHaveLength(3);
  expect(toolNames).toEqual(['echo', 'search']);
});

it('shows deprecated tools until some time after their end, and that there are several lists', async () => {
  const { workspaceId } = ctx.mine;
  const mark = (tool: string, removedAt: Date | null) => ({
    workspaceId,
    serverId,
    tool,
    markedAt: new Date(START - 200 * DAY_MS),
    promisedUntil: new Date(START - 110 * DAY_MS),
    removedAt,
  });
  await ctx.database.db
    .insert(schema.toolDeprecation)
    .values([
      mark('find\u202e', null),
      mark('gone', new Date(START - 80 * DAY_MS)),
      mark('long_gone', new Date(START - 100 * DAY_MS)),
    ]);
  const since = START - HOUR_MS;
  await ctx.rows(`update server_state set by_client = '{"clientName":"other","hash":"x","since":${since}}'`);
  const { deprecated, inconsistent } = await page();
  expect(deprecated.map(({ tool, verdict }) => [tool, verdict])).toEqual([
    ['find', null],
    ['gone', 'kept'],
  ]);
  expect(inconsistent).toEqual([{ kind: 'by_client', since: new Date(since).toISOString() }]);
});

it('announces work on it, and says nothing of the other servers', async () => {
  const other = await registerServer(ctx, ctx.mine, createServerBody.parse({ url: 'https://hidden.example/mcp' }));
  await createMaintenance(
    ctx,
    ctx.mine,
    createMaintenanceBody.parse({
      title: 'Move\u202e',
      serverIds: [serverId, other.id],
      startsAt: new Date(START + HOUR_MS).toISOString(),
      endsAt: new Date(START + 2 * HOUR_MS).toISOString(),
    }),
  );
  const { maintenance } = await page();
  expect(maintenance).toMatchObject([
    { title: 'Move', state: 'scheduled', servers: [{ id: serverId, name: 'Acme orders' }] },
  ]);
});

it('says in the demo until when history was generated', async () => {
  await ctx.rows('update workspace set demo = true');
  expect((await page()).generatedUntil).toBe(new Date(START).toISOString());
});

it('is not there for a private or unknown server', async () => {
  await updateServer(ctx, ctx.mine, serverId, { public: false });
  expect(await readServerPage(ctx, 'acme')).toBeNull();
  expect(await readServerPage(ctx, 'nobody')).toBeNull();
});
