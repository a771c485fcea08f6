import { createChannelBody, createServerBody, MAX_EVENT_BYTES, type Server, webhookBody } from '@alivemcp/contracts';
import { insertIncident } from '@alivemcp/db';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createChannel } from '../channel/create-channel.ts';
import { newId } from '../new-id.ts';
import { registerServer } from '../server/register-server.ts';
import { ALL, createTestContext, START, type TestContext } from '../testing/test-context.ts';
import { acknowledgeIncident } from './acknowledge-incident.ts';
import { addIncidentUpdate } from './add-incident-update.ts';
import { createIncident } from './create-incident.ts';
import { getIncident } from './get-incident.ts';
import { listIncidents } from './list-incidents.ts';
import { updateIncident } from './update-incident.ts';

let ctx: TestContext;
let server: Server;

beforeEach(async () => {
  ctx = await createTestContext();
  server = await registerServer(ctx, ctx.mine, createServerBody.parse({ url: 'https://a.example/mcp' }));
});
afterEach(() => ctx.close());

const open = () => createIncident(ctx, ctx.mine, { serverId: server.id, title: 'Slow', body: 'We look into it.' });
const events = async () =>
  (await ctx.rows('select body from event order by id')).map((row) => webhookBody.parse(JSON.parse(String(row.body))));

async function openAutomatic(status: string): Promise<string> {
  const id = newId('incident', ctx.clock.now());
  const at = new Date(ctx.clock.now());
  await insertIncident(ctx.database.db, {
    workspaceId: ctx.mine.workspaceId,
    id,
    serverId: server.id,
    kind: 'down',
    state: 'investigating',
    title: 'down',
    regions: ['eu'],
    openedAt: at,
    detectedAt: at,
  });
  await ctx.rows(`update server_state set status = '${status}'`);
  return id;
}

it('lives from opening to closing by hand, and each step is told once', async () => {
  const incident = await open();
  expect(incident).toMatchObject({
    kind: 'manual',
    state: 'investigating',
    openedAt: new Date(START).toISOString(),
    durationMs: 0,
    version: 1,
    updates: [{ state: 'investigating', body: 'We look into it.', author: ctx.mine.actor }],
  });

  ctx.clock.advance(1000);
  expect(await updateIncident(ctx, ctx.mine, incident.id, { title: 'Very slow' })).toMatchObject({ version: 2 });
  expect(await updateIncident(ctx, ctx.mine, incident.id, { title: 'Very slow' })).toMatchObject({ version: 2 });
  const acknowledged = await acknowledgeIncident(ctx, ctx.mine, incident.id);
  expect(acknowledged).toMatchObject({ acknowledgedBy: ctx.mine.actor, version: 3, durationMs: 1000 });
  expect(await acknowledgeIncident(ctx, ctx.theirs, incident.id).catch((error) => error.code)).toBe('not_found');
  await addIncidentUpdate(ctx, ctx.mine, incident.id, { state: 'identified', body: 'A full disk.' });
  ctx.clock.advance(1000);
  const closed = await addIncidentUpdate(ctx, ctx.mine, incident.id, { state: 'resolved', body: 'Done.' });
  ctx.clock.advance(1000);
  expect(closed).toMatchObject({ state: 'resolved', resolvedAt: new Date(START + 2000).toISOString(), version: 5 });
  expect((await getIncident(ctx, ctx.mine, incident.id)).durationMs).toBe(2000);
  expect(closed.updates.map((update) => update.state)).toEqual(['resolved', 'identified', 'investigating']);

  const told = await events();
  expect(told.map((event) => event.type).toSorted()).toEqual([
    'incident.opened',
    'incident.resolved',
    'incident.updated',
    'incident.updated',
    'incident.updated',
  ]);
  for (const { data } of told) {
    expect(data).toMatchObject({ dedupKey: incident.id, incident: { id: incident.id }, server: { id: server.id } });
    expect(Object.keys(data.links)).toEqual(expect.arrayContaining(['incident', 'server']));
  }
});

it('once resolved takes closing words only', async () => {
  const { id } = await open();
  await addIncidentUpdate(ctx, ctx.mine, id, { state: 'resolved', body: 'Done.' });
  const again = await addIncidentUpdate(ctx, ctx.mine, id, { state: 'resolved', body: 'What we learned.' });
  expect(again.updates).toHaveLength(3);
  expect((await events()).map((event) => event.type).toSorted()).toEqual([
    'incident.opened',
    'incident.resolved',
    'incident.updated',
  ]);
  const reopen = addIncidentUpdate(ctx, ctx.mine, id, { state: 'monitoring', body: 'Hm.' });
  await expect(reopen).rejects.toMatchObject({ code: 'conflict' });
  await expect(acknowledgeIncident(ctx, ctx.mine, id)).rejects.toMatchObject({ code: 'conflict' });
});

it.each(['down', 'degraded', 'unknown'])(
  'of the machine is not closed by hand while the server is %s',
  async (status) => {
    const id = await openAutomatic(status);
    const close = addIncidentUpdate(ctx, ctx.mine, id, { state: 'resolved', body: 'I think so.' });
    await expect(close).rejects.toMatchObject({ code: 'conflict' });
    expect(await getIncident(ctx, ctx.mine, id)).toMatchObject({ resolvedAt: null, updates: [], version: 1 });
    expect((await addIncidentUpdate(ctx, ctx.mine, id, { state: 'monitoring', body: 'Wait.' })).state).toBe(
      'monitoring',
    );
  },
);

it('of the machine that was left open can be closed when the server is well', async () => {
  const id = await openAutomatic('up');
  const closed = await addIncidentUpdate(ctx, ctx.mine, id, { state: 'resolved', body: 'It was the network.' });
  expect(closed.resolvedAt).not.toBeNull();
});

it('tells of the end only whom it told of the beginning', async () => {
  const channel = (url: string) => createChannel(ctx, ctx.mine, createChannelBody.parse({ type: 'webhook', url }));
  const early = await channel('https://early.example/');
  const { id } = await open();
  await channel('https://late.example/');
  await addIncidentUpdate(ctx, ctx.mine, id, { state: 'resolved', body: 'Done.' });
  const told = await ctx.rows(`select channel_id from delivery join event on event.id = event_id
    where type = 'incident.resolved'`);
  expect(told).toEqual([{ channel_id: early.id }]);
});

it('with a very long text still fits an event', async () => {
  const body = '\u{1f525}'.repeat(5000);
  await createIncident(ctx, ctx.mine, { serverId: server.id, title: '\u{1f525}'.repeat(100), body });
  const [row] = await ctx.rows('select octet_length(body) as bytes from event');
  expect(Number(row?.bytes)).toBeLessThanOrEqual(MAX_EVENT_BYTES);
});

it('is listed with its updates, newest first, by state and server, page by page', async () => {
  const made: string[] = [];
  for (let i = 0; i < 3; i++) {
    made.unshift((await open()).id);
    ctx.clock.advance(1);
  }
  await addIncidentUpdate(ctx, ctx.mine, made[2] ?? '', { state: 'resolved', body: 'Done.' });
  const one = await listIncidents(ctx, ctx.mine, {}, { limit: 2 });
  const two = await listIncidents(ctx, ctx.mine, {}, { limit: 2, cursor: one.nextCursor ?? '' });
  expect([...one.data, ...two.data].map((incident) => incident.id)).toEqual(made);
  expect(two.data[0]?.updates).toHaveLength(2);
  const ids = async (filter: Parameters<typeof listIncidents>[2]) =>
    (await listIncidents(ctx, ctx.mine, filter, ALL)).data.map((incident) => incident.id);
  expect(await ids({ state: 'open' })).toEqual([made[0], made[1]]);
  expect(await ids({ state: 'resolved', serverId: server.id })).toEqual([made[2]]);
});

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(START - hours * HOUR).toISOString();

it('is written down afterwards without telling anybody, and says when that was', async () => {
  const about = { serverId: server.id, title: 'Lost orders', body: 'Orders were lost.' };
  const incident = await createIncident(ctx, ctx.mine, { ...about, openedAt: ago(30), resolvedAt: ago(28) });
  expect(incident).toMatchObject({
    state: 'resolved',
    openedAt: ago(30),
    resolvedAt: ago(28),
    detectedAt: ago(0),
    durationMs: 2 * HOUR,
  });
  expect(incident.updates.map(({ at, state }) => [at, state]).toSorted()).toEqual([
    [ago(30), 'investigating'],
    [ago(28), 'resolved'],
  ]);
  expect(await events()).toEqual([]);
  const late = { state: 'resolved' as const, body: 'The cause was a full disk.', at: ago(29) };
  expect((await addIncidentUpdate(ctx, ctx.mine, incident.id, late)).resolvedAt).toBe(ago(28));
});

it('that began earlier is told as open, and can be closed as of an earlier time', async () => {
  const about = { serverId: server.id, title: 'Slow', body: 'Slow since noon.', openedAt: ago(2) };
  const { id } = await createIncident(ctx, ctx.mine, about);
  expect((await events()).map(({ type }) => type)).toEqual(['incident.opened']);
  const closing = { state: 'resolved' as const, body: 'Over.', at: ago(1) };
  expect(await addIncidentUpdate(ctx, ctx.mine, id, closing)).toMatchObject({ resolvedAt: ago(1), durationMs: HOUR });
});

it('has times that fit together', async () => {
  const about = { serverId: server.id, title: 'x', body: 'x' };
  const pointer = (path: string) => ({ code: 'invalid', errors: [expect.objectContaining({ pointer: path })] });
  const create = (times: object) => createIncident(ctx, ctx.mine, { ...about, ...times });
  await expect(create({ openedAt: ago(-1) })).rejects.toMatchObject(pointer('/openedAt'));
  await expect(create({ openedAt: ago(1), resolvedAt: ago(2) })).rejects.toMatchObject(pointer('/resolvedAt'));
  const { id } = await create({ openedAt: ago(1) });
  const update = (incidentId: string, at: string) =>
    addIncidentUpdate(ctx, ctx.mine, incidentId, { state: 'monitoring', body: 'x', at });
  await expect(update(id, ago(2))).rejects.toMatchObject(pointer('/at'));
  await expect(update(await openAutomatic('down'), ago(0))).rejects.toMatchObject(pointer('/at'));
  expect((await listIncidents(ctx, ctx.mine, {}, ALL)).data).toHaveLength(2);
});
