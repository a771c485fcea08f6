import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { watch } from '../testing/watch.ts';

let test: TestApp;
let serverId: string;
let channel: { id: string; secret: string };
let stranger: object;

/** A server that was up, changed its tools, and went down; a webhook heard of it. */
beforeAll(async () => {
  test = await createTestApp();
  stranger = { authorization: `Bearer ${await test.stranger()}` };
  channel = (await test.ask('POST', '/api/v1/channels', { type: 'webhook', url: 'https://hook.example.com/' })).json();
  const server = await test.register({ url: 'https://orders.example.com/mcp', slug: 'orders', public: true });
  serverId = server.id;
  const see = await watch(test, await test.workspaceId(), serverId);
  const changed = [{ name: 'sum', inputSchema: { type: 'object' } }];
  for (let i = 0; i < 3; i++) await see({});
  for (let i = 0; i < 3; i++) await see({ tools: changed, version: '1.0.1' });
  for (let i = 0; i < 3; i++) await see({ class: 'mcp.not_mcp' });
});
afterAll(() => test.close());

const get = async (path: string) => (await test.ask('GET', `/api/v1/${path}`)).json();

it('shows the server as it is, and what it was', async () => {
  const server = await get(`servers/${serverId}`);
  expect(server).toMatchObject({
    status: 'down',
    class: 'mcp.not_mcp',
    openIncidentId: expect.stringMatching(/^inc_/),
  });
  const { data } = await get(`servers/${serverId}/probes?region=eu&outcome=up&limit=2`);
  expect(data).toMatchObject([{ region: 'eu', outcome: 'up' }, { outcome: 'up' }]);
  const first = await get(`servers/${serverId}/probes?limit=10`);
  const next = await get(`servers/${serverId}/probes?limit=10&cursor=${first.nextCursor}`);
  expect([first.data.length, next.data.length, next.nextCursor]).toEqual([10, 8, null]);
  expect(await get(`servers/${serverId}/uptime?window=24h`)).toMatchObject({ downMs: expect.any(Number) });
});

it('shows the tools through time, and takes a change as meant', async () => {
  expect(await get(`servers/${serverId}/tools`)).toMatchObject({ count: 1, tools: [{ name: 'sum' }] });
  expect((await get(`servers/${serverId}/tools/history`)).data).toHaveLength(2);
  const { data } = await get(`servers/${serverId}/drift`);
  expect(data).toMatchObject([{ class: 'breaking', acceptedAt: null }]);
  const url = `/api/v1/servers/${serverId}/drift/${data[0].id}`;
  expect((await test.ask('GET', url)).json()).toEqual(data[0]);
  expect(await get(`servers/${serverId}`)).toMatchObject({ openDrifts: 1, inconsistent: false });
  const tooLong = await test.ask('POST', `${url}/accept`, { note: 'x'.repeat(2001) });
  expect(tooLong.json()).toMatchObject({ status: 422, errors: [{ pointer: '/note' }] });
  expect((await test.ask('POST', `${url}/accept`, { note: 'Released today.' })).json()).toMatchObject({
    acceptedBy: expect.stringMatching(/^key_/),
    acceptedNote: 'Released today.',
  });
  expect((await test.ask('POST', `${url}/accept`)).json()).toMatchObject({ acceptedNote: 'Released today.' });
  expect(await get(`servers/${serverId}/contract`)).toMatchObject({
    openDrifts: 0,
    versions: { share: 0, judged: 1, counts: { understated: 1 } },
    deprecated: [],
    inconsistencies: [],
    surface: { serverInfo: { name: 'orders' } },
  });
  expect((await test.ask('GET', `/api/v1/servers/${serverId}/changelog.md`)).body).toContain('sum');
});

describe('incidents', () => {
  it('are acknowledged, renamed, updated and resolved', async () => {
    const { data } = await get(`incidents?serverId=${serverId}&state=open`);
    expect(data).toMatchObject([{ kind: 'down', state: 'investigating' }]);
    const url = `/api/v1/incidents/${data[0].id}`;
    expect((await test.ask('POST', `${url}/acknowledge`)).json()).toMatchObject({ acknowledgedAt: expect.any(String) });
    expect((await test.ask('PATCH', url, { title: 'Orders is away' })).json()).toMatchObject({
      title: 'Orders is away',
    });
    const update = await test.ask('POST', `${url}/updates`, { state: 'identified', body: 'A bad deploy.' });
    expect(update.statusCode).toBe(201);
    expect((await test.ask('GET', url)).json()).toMatchObject({ state: 'identified', title: 'Orders is away' });
    expect((await test.ask('POST', `${url}/updates`, { state: 'gone', body: '' })).json()).toMatchObject({
      status: 422,
    });
    expect((await test.ask('GET', url, undefined, stranger)).statusCode).toBe(404);
    expect((await test.ask('POST', `${url}/acknowledge`, {}, stranger)).statusCode).toBe(404);
  });

  it('are opened by hand', async () => {
    const body = { serverId, title: 'Planned move', body: 'We move to another host.' };
    const made = await test.ask('POST', '/api/v1/incidents', body);
    expect(made.statusCode).toBe(201);
    expect(made.json()).toMatchObject({ kind: 'manual', title: 'Planned move' });
    expect((await test.ask('POST', '/api/v1/incidents', body, stranger)).statusCode).toBe(404);
  });
});

describe('channels and deliveries', () => {
  it('show the secret once', async () => {
    expect(channel.secret).toMatch(/^whsec_/);
    const url = `/api/v1/channels/${channel.id}`;
    for (const path of [url, '/api/v1/channels']) expect((await test.ask('GET', path)).body).not.toContain('whsec_');
    const rotated = await test.ask('POST', `${url}/rotate-secret`);
    expect(rotated.json().secret).toMatch(/^whsec_/);
    expect(rotated.json().secret).not.toBe(channel.secret);
    expect((await test.ask('PATCH', url, { name: 'Ops' })).json()).toMatchObject({ name: 'Ops' });
    for (const path of ['', '/test', '/rotate-secret']) {
      const answer = await test.ask(path === '' ? 'GET' : 'POST', url + path, undefined, stranger);
      expect(answer.statusCode, path).toBe(404);
    }
  });

  it('refuse private addresses, and mail where none is set up', async () => {
    const create = async (body: object) => (await test.ask('POST', '/api/v1/channels', body)).json();
    expect(await create({ type: 'webhook', url: 'http://10.0.0.1/' })).toMatchObject({
      status: 422,
      code: 'address_refused',
    });
    expect(await create({ type: 'email', address: 'ops@example.com' })).toMatchObject({
      code: 'channel_type_unavailable',
      errors: [{ pointer: '/type' }],
    });
    expect(await create({ type: 'webhook', url: 'https://x.example/', events: ['server.gone'] })).toMatchObject({
      code: 'invalid',
      errors: [{ pointer: '/events/0' }],
    });
  });

  it('log what was sent, and send it again', async () => {
    const { data } = await get(`deliveries?channelId=${channel.id}&eventType=server.down`);
    expect(data).toMatchObject([{ serverId, state: 'pending' }]);
    const url = `/api/v1/deliveries/${data[0].id}`;
    expect((await test.ask('GET', url)).json()).toMatchObject({ payload: { type: 'server.down' }, log: [] });
    expect((await test.ask('GET', url, undefined, stranger)).statusCode).toBe(404);
    expect((await test.ask('POST', `${url}/replay`, undefined, stranger)).statusCode).toBe(404);
    const sent = await test.ask('POST', `/api/v1/channels/${channel.id}/test`);
    expect(sent.statusCode).toBe(202);
    expect(sent.json()).toMatchObject({ eventType: 'channel.test', channelId: channel.id });
    expect([202, 409]).toContain((await test.ask('POST', `${url}/replay`)).statusCode);
    expect((await test.ask('DELETE', `/api/v1/channels/${channel.id}`)).statusCode).toBe(204);
  });
});

it('gives strangers the changelog, as Markdown and as Atom', async () => {
  const text = await test.app.inject('/s/orders/changelog.md');
  expect(text.headers['content-type']).toBe('text/markdown; charset=utf-8');
  expect(text.body).toMatch(/^# Changelog of orders/);
  expect(text.body).toContain('### Breaking');
  const feed = await test.app.inject('/s/orders/changelog.atom');
  expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  expect(feed.body.match(/<entry>/g)).toHaveLength(1);
  expect(feed.body).toContain('### Breaking');
  const again = await test.app.inject({
    url: '/s/orders/changelog.md',
    headers: { 'if-none-match': text.headers.etag },
  });
  expect(again.statusCode).toBe(304);
  expect((await test.app.inject('/s/nobody/changelog.md')).statusCode).toBe(404);
});

it('shows the same to everyone on its page, badge and embed', async () => {
  const { body } = await test.app.inject('/s/orders');
  expect(body).toMatch(/<title>Down: /);
  expect((await test.app.inject('/badge/orders.json')).json()).toMatchObject({ message: 'down', isError: true });
  expect((await test.app.inject('/api/embed-status/orders')).json()).toMatchObject({
    state: 'down',
    schema_drift_in_last_24h: true,
  });
});
