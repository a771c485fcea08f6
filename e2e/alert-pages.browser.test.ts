import type { Channel, Gate, Incident, Server } from '@alivemcp/contracts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from './src/api-client.ts';
import { expectAccessible } from './src/browser/axe.ts';
import { expectFits } from './src/browser/expect-fits.ts';
import { type Dashboard, startDashboard } from './src/browser/start-dashboard.ts';

// Where the links of alerts lead, and what came of an alert that was not sent.

const STEP_MS = 90_000;
const HOUR_MS = 3_600_000;

let dashboard: Dashboard;
let api: ApiClient;
let server: Server;

beforeAll(async () => {
  dashboard = await startDashboard();
  api = dashboard.api;
  server = await api.post('/api/v1/servers', { url: dashboard.mcp.url, name: 'Acme orders' });
}, STEP_MS);
afterAll(() => dashboard?.stop());

const open = (path: string, width: number) => dashboard.open(path, { width });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const focused = (page: Page, text: string) => page.locator(':focus', { hasText: text }).waitFor();
const openIncident = () =>
  api.post<Incident>('/api/v1/incidents', { serverId: server.id, title: 'Wrong prices', body: 'We look.' });

test('who follows the link to acknowledge finds the button, also after the sign-in, and presses it', {
  timeout: STEP_MS,
}, async () => {
  const { id } = await openIncident();
  const incident = () => api.get<Incident>(`/api/v1/incidents/${id}`);
  const { page, expectClean, close } = await open(`/incidents/${id}#acknowledge`, 320);
  await focused(page, 'Acknowledge');
  await seen(page, 'The alert asks you to acknowledge this');
  await expectAccessible(page);
  await expectFits(page);
  expect(await incident()).toMatchObject({ acknowledgedAt: null });

  await page.keyboard.press('Enter');
  await focused(page, 'Acknowledged by ada@example.com');
  expect(await incident()).toMatchObject({ acknowledgedAt: expect.any(String) });

  await api.post(`/api/v1/incidents/${id}/updates`, { state: 'resolved', body: 'Right again.' });
  await page.reload();
  await focused(page, 'It is over: there is nothing to acknowledge any more');
  await expectAccessible(page);
  await expectClean();
  await close();
});

test('the page of a gate follows it to its end, and says what did not hold', { timeout: STEP_MS }, async () => {
  const { id } = await api.post<Gate>('/api/v1/gates', {
    serverId: server.id,
    timeoutMs: 12_000,
    expectVersion: '9.9.9',
  });
  const { page, expectClean, close } = await open(`/gates/${id}`, 320);
  await page.getByRole('heading', { level: 1, name: 'Gate: Acme orders' }).waitFor();
  await seen(page, 'Not passed');
  await page.getByRole('heading', { name: 'What did not hold' }).waitFor();
  await seen(page, /is served, 9\.9\.9 is expected/);
  expect(await page.getByRole('row').count()).toBe(2);
  await expectAccessible(page);
  await expectFits(page);

  await page.getByRole('link', { name: 'Gates' }).click();
  await page.getByRole('table').getByRole('link').first().click();
  await page.waitForURL(`**/gates/${id}`);
  await expectClean();
  await close();
});

test('an alert that a rule holds or has cancelled says why, and offers no replay', { timeout: STEP_MS }, async () => {
  const { id } = await api.post<Channel>('/api/v1/channels', { type: 'webhook', url: `${dashboard.url}/none` });
  const [from, to] = [-HOUR_MS, 2 * HOUR_MS].map((ms) => new Date(Date.now() + ms).toISOString().slice(11, 16));
  await api.call('PUT', '/api/v1/rules', { quietHours: { from, to, timeZone: 'UTC' } });
  await openIncident();

  const { page, expectClean, close } = await open(`/channels/${id}`, 320);
  await page.getByRole('cell', { name: /^Held until .* quiet hours$/ }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'incident.opened' }).click();
  await seen(page, 'Quiet hours: it is sent when they end.');
  expect(await button(page, 'Replay').count()).toBe(0);

  // What was held when the mute begins is not sent any more.
  await api.post(`/api/v1/servers/${server.id}/mute`, { forMs: HOUR_MS });
  await page.goto(`${dashboard.url}/channels/${id}?state=cancelled`);
  await page.getByRole('cell', { name: 'Not sent muted' }).waitFor();
  await page.getByRole('link', { name: 'incident.opened' }).click();
  await seen(page, 'The server was muted.');
  expect(await button(page, 'Replay').count()).toBe(0);
  await expectAccessible(page);
  await expectFits(page);
  await expectClean();
  await close();
});

test('an installation without mail says so before an address is typed', { timeout: STEP_MS }, async () => {
  const { page, expectClean, close } = await open('/channels', 320);
  await button(page, 'Add a channel').click();
  await page.getByRole('radio', { name: 'Email' }).check();
  await seen(page, 'This installation sends no mail yet');
  await seen(page, 'Not set up on this installation');
  expect(await page.getByLabel('Address').count()).toBe(0);
  expect(await button(page, 'Add channel').count()).toBe(0);
  await button(page, 'Cancel').waitFor();
  await expectAccessible(page);
  await expectFits(page);
  await expectClean();
  await close();
});
