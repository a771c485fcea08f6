import { claimDeliveries, loadDelivery } from '@alivemcp/services';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { watch } from '../testing/watch.ts';

let test: TestApp;
let links: { acknowledge: string; mute: string };
let serverId: string;

/** The links of an alert as a chat gets them, without our host. */
beforeAll(async () => {
  test = await createTestApp();
  const slack = { type: 'slack', url: 'https://hooks.slack.com/services/T0/B0/x', events: ['server.down'] };
  await test.ask('POST', '/api/v1/channels', slack);
  serverId = (await test.register({ name: 'Orders <b>', sensitivity: 'fast' })).id;
  const see = await watch(test, await test.workspaceId(), serverId);
  await see({});
  for (let i = 0; i < 2; i++) await see({ class: 'tcp.refused' });
  const [claimed] = await claimDeliveries(test.services, 1);
  if (!claimed) throw new Error('nothing was told');
  const sent = await loadDelivery(test.services, { ...claimed, attempt: 1 });
  const { acknowledge, mute } = JSON.parse(sent?.body ?? '').data.pages;
  links = {
    acknowledge: acknowledge.replace('https://alive.example', ''),
    mute: mute.replace('https://alive.example', ''),
  };
});
afterAll(() => test.close());

const open = (method: 'GET' | 'POST', url: string) =>
  test.app.inject({
    method,
    url,
    ...(method === 'POST' && { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: '' }),
  });
const incident = async () => (await test.ask('GET', '/api/v1/incidents')).json().data[0];
const server = async () => (await test.ask('GET', `/api/v1/servers/${serverId}`)).json();

it('asks before it acknowledges, and is for nobody to keep', async () => {
  const page = await open('GET', links.acknowledge);
  expect(page.statusCode).toBe(200);
  expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  expect(page.body).toContain('<button type="submit">Acknowledge</button>');
  expect(page.body).not.toContain('<b>');
  expect((await incident()).acknowledgedAt).toBeNull();
});

it('acknowledges without a sign-in, as often as one likes', async () => {
  for (let i = 0; i < 2; i++) {
    const done = await open('POST', links.acknowledge);
    expect(done.body).toContain('someone is on it');
    expect(await incident()).toMatchObject({ acknowledgedBy: 'link', version: 2 });
  }
  expect((await open('GET', links.acknowledge)).body).not.toContain('<button');
});

it('asks before it mutes for an hour', async () => {
  expect((await open('GET', links.mute)).body).toContain('Mute for one hour');
  expect((await server()).mutedUntil).toBeNull();
  expect((await open('POST', links.mute)).body).toContain('is muted');
  expect((await server()).mutedUntil).toBe(new Date(test.clock.now() + 3_600_000).toISOString());
});

it('knows no other link, nor one for another purpose, nor an old one', async () => {
  const swapped = links.mute.replace('/mute', '/acknowledge');
  for (const url of ['/acknowledge', '/mute', `${links.mute}x`, swapped]) {
    expect((await open('GET', url)).statusCode).toBe(404);
    expect((await open('POST', url)).statusCode).toBe(404);
  }
  test.clock.advance(8 * 86_400_000);
  for (const url of Object.values(links)) expect((await open('POST', url)).statusCode).toBe(404);
});
