import { createMaintenanceBody, createServerBody, createStatusPageBody, FAILURE_CLASSES } from '@alivemcp/contracts';
import { insertIncident, insertIncidentUpdates, schema } from '@alivemcp/db';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMaintenance } from '../maintenance/create-maintenance.ts';
import { turnMaintenance } from '../maintenance/turn-maintenance.ts';
import { registerServer } from '../server/register-server.ts';
import { createStatusPage } from '../status-page/create-status-page.ts';
import { updateStatusPage } from '../status-page/update-status-page.ts';
import { createTestContext, START, type TestContext } from '../testing/test-context.ts';
import { readStatusPage } from './read-status-page.ts';
import { readStatusPageDrifts } from './read-status-page-drifts.ts';

const HOUR_MS = 3_600_000;
const REFUSED = FAILURE_CLASSES['tcp.refused'].sentence;
const TOLD = 'secret.internal refused the connection.';
let ctx: TestContext;

beforeEach(async () => {
  ctx = await createTestContext();
});
afterEach(() => ctx.close());

const register = async (host: string, isPublic: boolean) =>
  (await registerServer(ctx, ctx.mine, createServerBody.parse({ url: `https://${host}/mcp`, public: isPublic }))).id;
const create = (servers: object[], body: object = {}) =>
  createStatusPage(ctx, ctx.mine, createStatusPageBody.parse({ title: 'Acme', slug: 'acme', servers, ...body }));
const page = async () => {
  const view = await readStatusPage(ctx, 'acme');
  if (!view) throw new Error('there is no page');
  return view;
};

async function goDown(serverId: string, name: string): Promise<void> {
  const { workspaceId } = ctx.mine;
  const at = new Date(START);
  const id = `inc_${serverId}`;
  const about = { workspaceId, serverId, openedAt: at, detectedAt: at, regions: ['eu'] };
  const incident = { ...about, id, kind: 'down', state: 'investigating', class: 'tcp.refused', summary: TOLD } as const;
  await insertIncident(ctx.database.db, { ...incident, title: `${name} is down` });
  const update = { workspaceId, id: `upd_${serverId}`, incidentId: id, at, author: 'system' };
  await insertIncidentUpdates(ctx.database.db, [{ ...update, state: 'investigating', body: TOLD }]);
  await ctx.rows(`update server_state set status = 'down', class = 'tcp.refused', summary = '${TOLD}'
    where server_id = '${serverId}'`);
  await ctx.database.db.insert(schema.drift).values({
    workspaceId,
    id: `drf_${serverId}`,
    serverId,
    at,
    class: 'breaking',
    versionVerdict: 'unversioned',
    fromHash: 'a',
    toHash: 'b',
    regions: ['eu'],
    summary: 'The tool drop_secrets is gone.',
    changes: [],
  });
}

it('shows its servers in the order and under the names of its owner', async () => {
  const [a, b] = [await register('a.example', true), await register('b.example', true)];
  await create([{ serverId: b, name: 'Second\u202e', group: 'Core' }, { serverId: a }], { description: 'All\nof it' });
  const view = await page();
  expect(view).toMatchObject({
    slug: 'acme',
    title: 'Acme',
    description: 'All\nof it',
    incidents: [],
    maintenance: [],
    generatedUntil: null,
  });
  expect(view.components).toMatchObject([
    { id: b, name: 'Second', group: 'Core', status: 'pending', path: '/s/b-example', coverage90d: 0, p95Ms: null },
    { id: a, name: 'a.example', group: null, path: '/s/a-example', driftAt: null, tools: null },
  ]);
  for (const { days } of view.components) expect([days.length, days.at(-1)?.day]).toEqual([90, '2026-11-02']);
});

it('tells of a private server how it is, and nothing that leads to it', async () => {
  const [open, hidden] = [await register('open.example', true), await register('secret.internal', false)];
  await create([{ serverId: open }, { serverId: hidden, name: 'Billing' }]);
  await goDown(open, 'open.example');
  await goDown(hidden, 'secret.internal');
  const { components, incidents } = await page();
  expect(components[1]).toMatchObject({ name: 'Billing', status: 'down', summary: REFUSED, path: null });
  const about = (name: string) => incidents.find((incident) => incident.serverName === name);
  expect(about('Billing')).toMatchObject({ title: 'Billing is down', updates: [{ body: REFUSED }] });
  expect(JSON.stringify([components[1], about('Billing')])).not.toMatch(/internal/);
  expect(components[0]).toMatchObject({ summary: TOLD });
  expect(about('open.example')).toMatchObject({ title: 'open.example is down', updates: [{ body: TOLD }] });
  const drifts = (await readStatusPageDrifts(ctx, 'acme')) ?? [];
  expect(new Map(drifts.map((drift) => [drift.serverName, drift.summary]))).toEqual(
    new Map([
      ['Billing', 'Its tools changed.'],
      ['open.example', 'The tool drop_secrets is gone.'],
    ]),
  );
});

it('announces work on its servers under their names there, and keeps for a while what is over', async () => {
  const [hidden, elsewhere] = [await register('secret.internal', false), await register('b.example', true)];
  await create([{ serverId: hidden, name: 'Billing' }]);
  const announce = (title: string, serverIds: string[], fromHour: number) =>
    createMaintenance(
      ctx,
      ctx.mine,
      createMaintenanceBody.parse({
        title,
        serverIds,
        startsAt: new Date(START + fromHour * HOUR_MS).toISOString(),
        endsAt: new Date(START + (fromHour + 1) * HOUR_MS).toISOString(),
      }),
    );
  await announce('Later', [hidden, elsewhere], 9);
  await announce('Soon', [hidden], 1);
  await announce('Elsewhere', [elsewhere], 1);
  const told = async () => (await page()).maintenance.map(({ title, state }) => [title, state]);
  expect((await page()).maintenance.map(({ servers }) => servers)).toEqual([
    [{ id: hidden, name: 'Billing' }],
    [{ id: hidden, name: 'Billing' }],
  ]);
  expect(await told()).toEqual([
    ['Soon', 'scheduled'],
    ['Later', 'scheduled'],
  ]);
  ctx.clock.advance(1.5 * HOUR_MS);
  await turnMaintenance(ctx);
  expect(await told()).toEqual([
    ['Soon', 'in_progress'],
    ['Later', 'scheduled'],
  ]);
  ctx.clock.advance(HOUR_MS);
  await turnMaintenance(ctx);
  expect(await told()).toEqual([
    ['Later', 'scheduled'],
    ['Soon', 'completed'],
  ]);
  ctx.clock.advance(15 * 24 * HOUR_MS);
  await turnMaintenance(ctx);
  expect(await told()).toEqual([]);
});

it('was updated when the last thing on it changed', async () => {
  const id = await register('a.example', true);
  await create([{ serverId: id }]);
  expect((await page()).updatedAt).toBe(new Date(START).toISOString());
  await ctx.rows(`update server_state set since = '2026-11-02T11:00:00Z'`);
  expect((await page()).updatedAt).toBe('2026-11-02T11:00:00.000Z');
});

it('asks as many queries for one server as for six', async () => {
  const ids = [];
  for (let i = 0; i < 6; i++) ids.push(await register(`host-${i}.example`, true));
  const { id: pageId } = await create([{ serverId: ids[0] }]);
  const { db } = ctx.database;
  const spies = (['select', 'selectDistinct', 'selectDistinctOn', 'execute'] as const).map((name) =>
    vi.spyOn(db, name),
  );
  const count = async () => {
    for (const spy of spies) spy.mockClear();
    await page();
    return spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  };
  const one = await count();
  const servers = ids.map((serverId) => ({ serverId, name: null, group: null }));
  await updateStatusPage(ctx, ctx.mine, pageId, { servers });
  expect(await count()).toBe(one);
  expect(one).toBeLessThan(12);
  vi.restoreAllMocks();
});

it('is not there before it is published', async () => {
  await create([], { published: false });
  expect(await readStatusPage(ctx, 'acme')).toBeNull();
  expect(await readStatusPageDrifts(ctx, 'acme')).toBeNull();
  expect(await readStatusPage(ctx, 'nobody')).toBeNull();
});
