import type { AlertRules, Channel, Server } from '@alivemcp/contracts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ApiClient } from './src/api-client.ts';
import { expectAccessible } from './src/browser/axe.ts';
import { expectFits } from './src/browser/expect-fits.ts';
import { type Dashboard, startDashboard } from './src/browser/start-dashboard.ts';

const STEP_MS = 90_000;
const MINUTE_MS = 60_000;

let dashboard: Dashboard;
let api: ApiClient;
let server: Server;
let ops: Channel;
let onCall: Channel;

beforeAll(async () => {
  dashboard = await startDashboard();
  api = dashboard.api;
  ops = await api.post('/api/v1/channels', { type: 'webhook', name: 'Ops', url: `${dashboard.url}/ops` });
  onCall = await api.post('/api/v1/channels', { type: 'webhook', name: 'On-call', url: `${dashboard.url}/on-call` });
  server = await api.post('/api/v1/servers', { url: dashboard.mcp.url, name: 'Acme orders' });
}, STEP_MS);
afterAll(() => dashboard?.stop());
beforeEach(() => putRules({}));

async function putRules(body: object): Promise<void> {
  expect((await api.call('PUT', '/api/v1/rules', body)).status).toBe(200);
}
const rules = () => api.get<AlertRules>('/api/v1/rules');
const ofServer = () => api.get<AlertRules>(`/api/v1/servers/${server.id}/rules`);
const mutedUntil = async () => (await api.get<Server>(`/api/v1/servers/${server.id}`)).mutedUntil;

const open = (path: string, width: number) => dashboard.open(path, { width, timeZone: 'Europe/Vienna' });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const route = (page: Page, place: number) => page.getByRole('group', { name: `route ${place}` });

test('rules are made, said in words, saved, and there again', { timeout: STEP_MS }, async () => {
  const { page, expectClean, close } = await open('/rules', 320);
  await seen(page, 'At once an outage is told to every channel.');
  await button(page, 'Add a route').click();
  await page.locator(':focus').and(page.getByLabel('All events')).waitFor();
  await route(page, 1).getByLabel('server.drift').check();
  await route(page, 1).getByLabel('Ops').check();
  await seen(page, 'Drift is told to \u2068Ops\u2069.');
  await button(page, 'Add a route').click();
  await route(page, 2).getByLabel('server.regional').check();
  await route(page, 2).getByLabel('Nobody').check();
  await button(page, 'Move route 2 up').press('Enter');
  await page.locator(':focus').and(button(page, 'Move route 1 up')).waitFor();
  await page.getByLabel('Tell an outage', { exact: true }).selectOption({ label: 'Once it has lasted 2 min' });
  await page.getByLabel('Remind of it').selectOption({ label: 'Every 2 h' });
  await page.getByLabel('Tell one more channel').check();
  await page.getByLabel('Channel', { exact: true }).selectOption('On-call');
  await page.getByLabel('Let alerts wait').check();
  expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Vienna');
  await page.getByLabel('Sat').uncheck();
  await page.getByLabel('Sun').uncheck();
  for (const sentence of [
    'Once it has lasted 2 min an outage is told to every channel.',
    'A fault or slowness has to last as long to be told. What is shorter is not told.',
    'The reminder comes every 2 h until somebody acknowledges it.',
    'When nobody has acknowledged it after 15 min, \u2068On-call\u2069 is told again.',
    'Trouble in one region is told to nobody.',
    /^It is quiet from 22:00 to 07:00 \(Europe\/Vienna\), Mon–Fri/,
  ])
    await seen(page, sentence);
  await expectAccessible(page);
  await expectFits(page);
  await button(page, 'Save').click();
  await seen(page, 'The rules were saved');
  expect(await rules()).toMatchObject({
    routes: [
      { events: ['server.regional'], channelIds: [] },
      { events: ['server.drift'], channelIds: [ops.id] },
    ],
    afterMs: 2 * MINUTE_MS,
    remindEveryMs: 120 * MINUTE_MS,
    escalate: { afterMs: 15 * MINUTE_MS, channelId: onCall.id },
    quietHours: { from: '22:00', to: '07:00', timeZone: 'Europe/Vienna', days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
  });
  await page.reload();
  await route(page, 2).getByText('server.drift').first().waitFor();
  expect(await route(page, 2).getByLabel('Ops').isChecked()).toBe(true);
  expect(await page.getByLabel('Remind of it').inputValue()).toBe(String(120 * MINUTE_MS));
  await seen(page, 'All saved.');
  await expectClean();
  await close();
});

test('what is refused is said at its field, and nothing is lost', { timeout: STEP_MS }, async () => {
  const { page, expectFault, expectClean, close } = await open('/rules', 1440);
  await page.getByLabel('Tell an outage', { exact: true }).selectOption({ label: 'Once it has lasted 5 min' });
  await page.getByLabel('Tell one more channel').check();
  await page.getByLabel('After how many minutes').fill('5');
  await page.getByLabel('Channel', { exact: true }).selectOption('On-call');
  await page.getByLabel('Let alerts wait').check();
  await page.getByLabel('Time zone').fill('Mars/Olympus');
  await button(page, 'Save').click();
  const wrong = (label: string) => page.locator('[aria-invalid]').and(page.getByLabel(label));
  await seen(page, 'not an IANA time zone');
  await seen(page, 'must be more than an outage has to last');
  await wrong('Time zone').waitFor();
  await wrong('After how many minutes').and(page.locator(':focus')).waitFor();
  await expectFault(/status of 422/);
  expect(await page.getByLabel('After how many minutes').inputValue()).toBe('5');
  expect(await page.getByLabel('Channel', { exact: true }).inputValue()).toBe(onCall.id);
  expect(await page.getByLabel('Time zone').inputValue()).toBe('Mars/Olympus');
  await page.getByLabel('Time zone').fill('UTC');

  await page.getByLabel('After how many minutes').fill('6');
  await button(page, 'Add a route').click();
  await button(page, 'Save').click();
  await seen(page, 'Choose at least one, or nobody');
  await wrong('server.down').and(page.locator(':focus')).waitFor();
  expect(await rules()).toMatchObject({ updatedAt: expect.any(String), afterMs: 0, escalate: null });

  await page.getByRole('link', { name: 'Channels', exact: true }).click();
  await page.getByRole('alertdialog', { name: 'Leave without saving?' }).waitFor();
  await button(page, 'Stay').click();
  await button(page, 'Remove route 1').click();
  await button(page, 'Save').click();
  await seen(page, 'The rules were saved');
  expect(await rules()).toMatchObject({ afterMs: 5 * MINUTE_MS, escalate: { afterMs: 6 * MINUTE_MS } });
  await expectClean();
  await close();
});

test('rules that were changed elsewhere are shown, and not overwritten unasked', { timeout: STEP_MS }, async () => {
  const { page, expectClean, close } = await open('/rules', 1440);
  const delay = page.getByLabel('Tell an outage', { exact: true });
  await delay.waitFor();
  await page.clock.install();
  await page.reload();
  await seen(page, 'All saved.');
  await putRules({ afterMs: 5 * MINUTE_MS });
  await page.clock.runFor(61_000);
  await seen(page, 'Once it has lasted 5 min an outage');
  await seen(page, 'All saved.');
  await delay.selectOption({ label: 'At once' });
  await putRules({ afterMs: 10 * MINUTE_MS });
  await page.clock.runFor(61_000);
  await seen(page, 'These rules were changed elsewhere meanwhile.');
  expect(await delay.inputValue()).toBe('0');
  await expectAccessible(page);
  await button(page, 'Take those').click();
  await seen(page, 'Once it has lasted 10 min an outage');
  await seen(page, 'All saved.');
  await expectClean();
  await close();
});

test('a server gets rules of its own, and goes back to the default', { timeout: STEP_MS }, async () => {
  await putRules({ afterMs: 10 * MINUTE_MS });
  const { page, expectClean, close } = await open(`/servers/${server.id}?tab=alerts`, 320);
  await seen(page, 'once it has lasted 10 min');
  await button(page, 'Give this server rules of its own').press('Enter');
  await page.locator(':focus', { hasText: 'They hold for this server alone' }).waitFor();
  const delay = page.getByLabel('Tell an outage', { exact: true });
  expect(await delay.inputValue()).toBe(String(10 * MINUTE_MS));
  await delay.selectOption({ label: 'At once' });
  await button(page, 'Cancel').click();
  const question = page.getByRole('alertdialog', { name: 'Close without saving?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await button(page, 'Save').click();
  await seen(page, 'The rules of this server were saved');
  expect(await ofServer()).toMatchObject({ inherited: false, afterMs: 0 });
  expect(await rules()).toMatchObject({ afterMs: 10 * MINUTE_MS });
  await page.reload();
  await seen(page, 'Rules of its own');
  await expectAccessible(page);
  await expectFits(page);
  await button(page, 'Go back to the default').click();
  await button(page, 'Go back').click();
  await seen(page, 'once it has lasted 10 min');
  expect(await ofServer()).toMatchObject({ inherited: true, afterMs: 10 * MINUTE_MS });
  await expectClean();
  await close();
});

test('a server is muted from its banner and from its tab, and the mute is ended', { timeout: STEP_MS }, async () => {
  const { page, expectClean, close } = await open(`/servers/${server.id}`, 320);
  await button(page, 'Mute').press('Enter');
  await page.getByRole('menuitem', { name: 'For 4 hours' }).press('Enter');
  await seen(page, /Muted until .*\(in 3 h 59 min\)/);
  expect(Date.parse((await mutedUntil()) ?? '')).toBeGreaterThan(Date.now() + 239 * MINUTE_MS);
  await expectFits(page);
  await page.goto(`${dashboard.url}/servers`);
  await page
    .getByRole('row', { name: /Acme orders/ })
    .getByText('Muted')
    .waitFor();
  await page.getByRole('link', { name: 'Acme orders' }).click();
  await button(page, 'End mute').click();
  await seen(page, 'Acme orders is muted no more');
  expect(await mutedUntil()).toBeNull();

  await page.goto(`${dashboard.url}/servers/${server.id}?tab=alerts`);
  await button(page, 'Mute for 7 days').click();
  await page.locator(':focus', { hasText: /^⊘ Muted until/ }).waitFor();
  await expectAccessible(page);
  await button(page, 'End mute').last().click();
  await page.locator(':focus', { hasText: 'Not muted.' }).waitFor();
  expect(await mutedUntil()).toBeNull();
  await expectClean();
  await close();
});
