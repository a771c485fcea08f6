import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

const MINUTE = 60_000;
let test: TestApp;
let channelId: string;
let serverId: string;
beforeAll(async () => {
  test = await createTestApp();
  channelId = (await test.ask('POST', '/api/v1/channels', { type: 'webhook', url: 'https://a.example/in' })).json().id;
  serverId = (await test.register()).id;
});
afterAll(() => test.close());

const NONE = { routes: [], afterMs: 0, remindEveryMs: null, escalate: null, quietHours: null };
const ask = async (...request: Parameters<TestApp['ask']>) => (await test.ask(...request)).json();

it('has no rules at first; those of the workspace hold for a server until it has its own', async () => {
  const ofServer = `/api/v1/servers/${serverId}/rules`;
  expect(await ask('GET', '/api/v1/rules')).toEqual({ ...NONE, inherited: false, updatedAt: null });

  const rules = {
    routes: [{ events: ['server.down'], channelIds: [channelId] }],
    afterMs: 5 * MINUTE,
    remindEveryMs: 30 * MINUTE,
    escalate: { afterMs: 15 * MINUTE, channelId },
    quietHours: { from: '22:00', to: '07:00', timeZone: 'Europe/Berlin', days: ['mon', 'tue'] },
  };
  const put = await ask('PUT', '/api/v1/rules', rules);
  expect(put).toEqual({ ...rules, inherited: false, updatedAt: expect.stringMatching(/Z$/) });
  expect(await ask('GET', '/api/v1/rules')).toEqual(put);
  expect(await ask('GET', ofServer)).toEqual({ ...put, inherited: true });

  expect(await ask('PUT', ofServer, { afterMs: MINUTE })).toMatchObject({ ...NONE, afterMs: MINUTE, inherited: false });
  expect(await ask('GET', ofServer)).toMatchObject({ afterMs: MINUTE, inherited: false });
  for (let i = 0; i < 2; i++) expect((await test.ask('DELETE', ofServer)).statusCode).toBe(204);
  expect(await ask('GET', ofServer)).toEqual({ ...put, inherited: true });
});

describe('refuses at the field', () => {
  const gone = 'whk_01k9x2m4q8r6t3v5w7y9z1b3c5';
  const night = { from: '22:00', to: '07:00', timeZone: 'UTC' };
  it.each([
    [
      {
        routes: [
          { events: null, channelIds: [] },
          { events: null, channelIds: [gone] },
        ],
      },
      '/routes/1/channelIds/0',
    ],
    [{ routes: [{ events: ['server.gone'], channelIds: [] }] }, '/routes/0/events/0'],
    [{ escalate: { afterMs: 5 * MINUTE, channelId: gone } }, '/escalate/channelId'],
    [{ afterMs: 5 * MINUTE, escalate: { afterMs: 5 * MINUTE, channelId: gone } }, '/escalate/afterMs'],
    [{ afterMs: -1 }, '/afterMs'],
    [{ remindEveryMs: MINUTE }, '/remindEveryMs'],
    [{ quietHours: { ...night, from: '24:00' } }, '/quietHours/from'],
    [{ quietHours: { ...night, to: '22:00' } }, '/quietHours/to'],
    [{ quietHours: { ...night, timeZone: 'Mars/Olympus' } }, '/quietHours/timeZone'],
    [{ quietHours: { ...night, days: ['mon', 'mon'] } }, '/quietHours/days'],
    [{ snooze: true }, '/snooze'],
  ])('%j', async (body, pointer) => {
    const before = await ask('GET', '/api/v1/rules');
    expect(await ask('PUT', '/api/v1/rules', body)).toMatchObject({
      status: 422,
      code: 'invalid',
      errors: [{ pointer }],
    });
    expect(await ask('GET', '/api/v1/rules')).toEqual(before);
  });

  it('a mute without end', async () => {
    const url = `/api/v1/servers/${serverId}/mute`;
    for (const forMs of [0, 31 * 1_440 * MINUTE])
      expect(await ask('POST', url, { forMs })).toMatchObject({ status: 422, errors: [{ pointer: '/forMs' }] });
  });
});

it('mutes a server for a time, and ends it before', async () => {
  const url = `/api/v1/servers/${serverId}/mute`;
  const mutedUntil = new Date(test.clock.now() + 60 * MINUTE).toISOString();
  expect(await ask('POST', url, { forMs: 60 * MINUTE })).toMatchObject({ id: serverId, mutedUntil });
  expect(await ask('GET', `/api/v1/servers/${serverId}`)).toMatchObject({ mutedUntil });
  expect(await ask('DELETE', url)).toMatchObject({ mutedUntil: null });
});

it('is nobody else’s, and needs its scope', async () => {
  const authorization = `Bearer ${await test.stranger()}`;
  expect(await ask('GET', '/api/v1/rules', undefined, { authorization })).toMatchObject({ updatedAt: null });
  const route = { routes: [{ events: null, channelIds: [channelId] }] };
  expect(await ask('PUT', '/api/v1/rules', route, { authorization })).toMatchObject({ status: 422 });
  expect(await ask('PUT', `/api/v1/servers/${serverId}/rules`, {}, { authorization })).toMatchObject({ status: 404 });

  const reader = { authorization: `Bearer ${await test.key({ scopes: ['channels:read', 'servers:read'] })}` };
  expect(await ask('GET', '/api/v1/rules', undefined, reader)).toMatchObject({ afterMs: 5 * MINUTE });
  expect(await ask('PUT', '/api/v1/rules', {}, reader)).toMatchObject({ status: 403 });
  expect(await ask('POST', `/api/v1/servers/${serverId}/mute`, { forMs: MINUTE }, reader)).toMatchObject({
    status: 403,
  });
});
