import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

const SECRET = 'abcdefghijklmnopqrstuvwxyz012345';
const SMTP = { host: '127.0.0.1', port: 25, secure: false, auth: null };

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
  test.services.mail = { smtp: SMTP, from: 'AliveMCP <alerts@example.com>' };
});
afterAll(() => test.close());

const create = async (body: object) => (await test.ask('POST', '/api/v1/channels', body)).json();

it.each([
  [{ type: 'webhook', url: 'https://a.example/in', template: '{"text":"{{alert.title}}"}' }, 'https://a.example/in'],
  [{ type: 'slack', url: `https://hooks.slack.com/services/T0/B0/${SECRET}` }, 'hooks.slack.com/…2345'],
  [{ type: 'slack', url: `https://mattermost.example/hooks/${SECRET}` }, 'mattermost.example/…2345'],
  [{ type: 'discord', url: `https://discord.com/api/webhooks/1/${SECRET}` }, 'discord.com/…2345'],
  [{ type: 'teams', url: `https://flow.example/workflows/x?sig=${SECRET}` }, 'flow.example/…2345'],
  [{ type: 'telegram', botToken: `12345:${SECRET}`, chatId: '-1001', topicId: 7 }, 'chat -1001, bot 12345:…2345'],
  [{ type: 'pagerduty', routingKey: SECRET }, 'integration key …2345'],
  [{ type: 'email', address: 'ops@example.com' }, 'ops@example.com'],
])('creates %j, tests it, and never shows its secret', async (body, target) => {
  const channel = await create(body);
  expect(channel).toMatchObject({ id: expect.stringMatching(/^whk_/), type: body.type, target });
  expect('secret' in channel).toBe(body.type === 'webhook');
  const url = `/api/v1/channels/${channel.id}`;
  const sent = await test.ask('POST', `${url}/test`);
  expect(sent.json()).toMatchObject({ eventType: 'channel.test', state: 'pending', mergedInto: null });
  const detail = await test.ask('GET', `/api/v1/deliveries/${sent.json().id}`);
  expect(detail.json().payload.data.pages).toEqual({ channel: `https://alive.example/channels/${channel.id}` });
  const said = [
    channel,
    (await test.ask('GET', url)).body,
    (await test.ask('GET', '/api/v1/channels')).body,
    detail.body,
  ];
  expect(JSON.stringify(said) + test.lines.join()).not.toContain(SECRET);
});

it.each([
  [{ type: 'slack' }, '/url'],
  [{ type: 'slack', url: 'https://acme.slack.com/archives/C0' }, '/url'],
  [{ type: 'discord', url: 'https://discord.com/channels/1/2' }, '/url'],
  [{ type: 'teams', url: 'https://acme.webhook.office.com/webhookb2/x' }, '/url'],
  [{ type: 'telegram', botToken: 'no token', chatId: '1' }, '/botToken'],
  [{ type: 'telegram', botToken: `12345:${SECRET}`, chatId: 'a chat' }, '/chatId'],
  [{ type: 'pagerduty', routingKey: 'short' }, '/routingKey'],
  [{ type: 'email', address: 'nobody' }, '/address'],
  [{ type: 'webhook', url: 'https://a.example/', template: '{"x": {{type}}}' }, '/template'],
  [{ type: 'webhook', url: 'https://a.example/', routingKey: SECRET }, '/routingKey'],
  [{ type: 'fax', url: 'https://a.example/' }, '/type'],
])('refuses %j at its field, without repeating a secret', async (body, pointer) => {
  const answer = await test.ask('POST', '/api/v1/channels', body);
  expect(answer.json()).toMatchObject({ status: 422, code: 'invalid', errors: [{ pointer }] });
  expect(answer.body).not.toContain(SECRET);
});

it('says which types it is not set up for, as it does when one is added', async () => {
  const missing = async () => {
    const { data } = (await test.ask('GET', '/api/v1/channel-types')).json();
    return data.filter((each: { missing: string | null }) => each.missing !== null);
  };
  expect(await missing()).toEqual([]);
  const { mail } = test.services;
  test.services.mail = null;
  const refused = await test.ask('POST', '/api/v1/channels', { type: 'email', address: 'ops@example.com' });
  const { code, errors } = refused.json();
  expect(code).toBe('channel_type_unavailable');
  expect(await missing()).toEqual([{ type: 'email', missing: errors[0].message }]);
  test.services.mail = mail ?? null;
});

it('replays all that failed since a moment', async () => {
  const { id } = await create({ type: 'webhook', url: 'https://b.example/' });
  await test.ask('POST', `/api/v1/channels/${id}/test`);
  await test.ask('PATCH', `/api/v1/channels/${id}`, { enabled: false });
  await test.ask('PATCH', `/api/v1/channels/${id}`, { enabled: true });
  const replay = (since: unknown) => test.ask('POST', `/api/v1/channels/${id}/replay`, { since });
  expect((await replay('2026-01-01T00:00:00Z')).json()).toEqual({ count: 1 });
  expect((await replay('2026-01-01T00:00:00Z')).json()).toEqual({ count: 0 });
  expect((await replay('yesterday')).json()).toMatchObject({ status: 422, errors: [{ pointer: '/since' }] });
});

it('lets who gets a mail leave by its link: asked by a GET, done by a POST, without a sign-in', async () => {
  const { id } = await create({ type: 'email', address: 'me@example.com' });
  const { data } = (await test.ask('GET', '/api/v1/channels')).json();
  expect(data).toContainEqual(expect.objectContaining({ id, enabled: true }));
  const token = test.services.sealer.seal(`${await test.workspaceId()}/${id}`, 'unsubscribe');
  const url = `/unsubscribe?${new URLSearchParams({ token })}`;
  const question = await test.app.inject(url);
  expect(question.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  expect(question.body).toContain('<form method="post">');
  expect((await test.ask('GET', `/api/v1/channels/${id}`)).json()).toMatchObject({ enabled: true });

  const oneClick = { 'content-type': 'application/x-www-form-urlencoded' };
  const post = () => test.app.inject({ method: 'POST', url, headers: oneClick, payload: 'List-Unsubscribe=One-Click' });
  expect((await post()).body).toContain('me@example.com');
  expect((await test.ask('GET', `/api/v1/channels/${id}`)).json()).toMatchObject({
    enabled: false,
    disabledReason: 'me@example.com unsubscribed.',
  });
  expect((await post()).statusCode).toBe(200);
});

it('knows only links of its own', async () => {
  const hook = await create({ type: 'webhook', url: 'https://c.example/' });
  const other = test.services.sealer.seal(`${await test.workspaceId()}/${hook.id}`, 'unsubscribe');
  for (const token of ['', 'x', other])
    for (const method of ['GET', 'POST'] as const) {
      const answer = await test.app.inject({ method, url: `/unsubscribe?${new URLSearchParams({ token })}` });
      expect(answer.statusCode).toBe(404);
    }
  expect((await test.ask('GET', `/api/v1/channels/${hook.id}`)).json()).toMatchObject({ enabled: true });
});

it('has the schema of every event at a fixed address', async () => {
  const answer = await test.app.inject('/schemas/events/server.down.json');
  expect(answer.headers['content-type']).toBe('application/schema+json; charset=utf-8');
  expect(answer.json()).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://alive.example/schemas/events/server.down.json',
    properties: { type: { const: 'server.down' }, data: { required: expect.arrayContaining(['since', 'incident']) } },
  });
  expect(answer.body).not.toContain('"additionalProperties":false');
  const document = (await test.app.inject('/openapi.json')).json();
  for (const [type, { post }] of Object.entries<{ post: { externalDocs: { url: string } } }>(document.webhooks)) {
    const schema = (await test.app.inject(post.externalDocs.url)).json();
    expect(schema.properties.type.const).toBe(type);
  }
});
