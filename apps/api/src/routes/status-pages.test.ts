import { statusPage } from '@alivemcp/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let test: TestApp;
let serverId: string;
beforeAll(async () => {
  test = await createTestApp();
  serverId = (await test.register()).id;
});
afterAll(() => test.close());

const PATH = '/api/v1/status-pages';

it('creates, lists, reads, changes and deletes', async () => {
  const created = await test.ask('POST', PATH, { title: 'Acme servers', servers: [{ serverId, group: 'Core' }] });
  expect(created.statusCode).toBe(201);
  const page = statusPage.parse(created.json());
  expect(page).toMatchObject({
    slug: 'acme-servers',
    published: true,
    url: 'https://alive.example/status/acme-servers',
  });
  expect((await test.ask('GET', PATH)).json()).toEqual({ data: [page], nextCursor: null });
  expect((await test.ask('GET', `${PATH}/${page.id}`)).json()).toEqual(page);
  const changed = await test.ask('PATCH', `${PATH}/${page.id}`, { published: false, servers: [] });
  expect(changed.json()).toMatchObject({ published: false, servers: [] });
  expect((await test.ask('DELETE', `${PATH}/${page.id}`)).statusCode).toBe(204);
  expect((await test.ask('GET', `${PATH}/${page.id}`)).statusCode).toBe(404);
});

it('points at what is wrong', async () => {
  const unknown = 'srv_01k9x2m4q8r6t3v5w7y9z1b3c5';
  const refused = await test.ask('POST', PATH, { title: 'x', servers: [{ serverId }, { serverId: unknown }] });
  expect(refused.json()).toMatchObject({
    status: 422,
    code: 'server_unknown',
    errors: [{ pointer: '/servers/1/serverId' }],
  });
  const twice = await test.ask('POST', PATH, { title: 'x', servers: [{ serverId }, { serverId }] });
  expect(twice.json()).toMatchObject({ status: 422, code: 'invalid', errors: [{ pointer: '/servers' }] });
  await test.ask('POST', PATH, { title: 'x', slug: 'taken' });
  const taken = await test.ask('POST', PATH, { title: 'x', slug: 'taken' });
  expect(taken.json()).toMatchObject({ status: 409, code: 'slug_taken', errors: [{ pointer: '/slug' }] });
});

it('asks for scopes of its own, and hides from other workspaces', async () => {
  const { id } = (await test.ask('POST', PATH, { title: 'Mine' })).json();
  const reader = { authorization: `Bearer ${await test.key({ scopes: ['pages:read'] })}` };
  expect((await test.ask('GET', `${PATH}/${id}`, undefined, reader)).statusCode).toBe(200);
  expect((await test.ask('PATCH', `${PATH}/${id}`, { title: 'x' }, reader)).statusCode).toBe(403);
  const stranger = { authorization: `Bearer ${await test.stranger()}` };
  expect((await test.ask('GET', `${PATH}/${id}`, undefined, stranger)).statusCode).toBe(404);
  const foreign = await test.ask('POST', PATH, { title: 'x', servers: [{ serverId }] }, stranger);
  expect(foreign.json()).toMatchObject({ code: 'server_unknown' });
});

it('lists the regions of the installation', async () => {
  expect((await test.ask('GET', '/api/v1/regions')).json()).toEqual({
    data: ['eu', 'us'].map((id) => ({
      id,
      name: id,
      seenAt: null,
      probers: 0,
      doubt: null,
      onItsOwn: false,
      waiting: 0,
      dropped: 0,
      lastHour: null,
    })),
    nextCursor: null,
  });
});
