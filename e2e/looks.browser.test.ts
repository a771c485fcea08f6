import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  Channel,
  CreateMaintenanceBody,
  Delivery,
  Incident,
  Page as List,
  Maintenance,
  PutRulesBody,
  Server,
  StatusPage,
} from '@alivemcp/contracts';
import { waitFor } from '@alivemcp/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from './src/browser/axe.ts';
import { expectFits } from './src/browser/expect-fits.ts';
import { launchBrowser } from './src/browser/launch.ts';
import { saveScreenshot } from './src/browser/screenshot.ts';
import { LOOKS } from './src/browser/sizes.ts';
import { openPage } from './src/browser/watch-page.ts';
import { type RunningProcess, runAlivemcp } from './src/run-process.ts';

/** The demo is a world with something on every page. */
let dataDir: string;
let product: RunningProcess;
let browser: Browser;
let signInLink: string;
let routes: Record<string, string>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'alivemcp-e2e-'));
  [product, browser] = await Promise.all([
    runAlivemcp(['start', '--demo'], { ALIVEMCP_DATA_DIR: dataDir, PORT: '0' }),
    launchBrowser(),
  ]);
  signInLink = await waitFor(() => /sign in at (http\S+)/.exec(product.output())?.[1], { what: 'the sign-in link' });
  const { page, close } = await openPage(browser, signInLink);
  await signIn(page);
  routes = await findRoutes(page);
  await close();
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Servers' }).waitFor();
}

/** Every page of the dashboard, once there is an incident and a delivery to look at, and work is announced. */
async function findRoutes(page: Page): Promise<Record<string, string>> {
  const get = async <T>(path: string) => (await (await page.request.get(`${product.url}/api/v1${path}`)).json()) as T;
  const first = async <T>(path: string) => (await get<List<T>>(path)).data[0];
  const patient = { timeoutMs: 60_000, everyMs: 500 };
  const { data: servers } = await get<List<Server>>('/servers');
  const idOf = (slug: string) => servers.find((server) => server.slug === slug)?.id;
  const incident = await waitFor(() => first<Incident>('/incidents?state=open'), { what: 'an incident', ...patient });
  const delivery = await waitFor(() => first<Delivery>('/deliveries?state=delivered'), {
    what: 'a delivery',
    ...patient,
  });
  const broken = `/servers/${idOf('legacy-crm')}`;
  const drifting = `/servers/${idOf('docs-search')}`;
  const channel = await first<Channel>('/channels');
  await setRules(page, idOf('legacy-crm') ?? '', channel?.id ?? '');
  return {
    servers: '/servers',
    'servers-filtered': '/servers?q=nothing+like+this',
    register: '/servers/new',
    'server-down': broken,
    'server-up': drifting,
    tools: `${drifting}?tab=tools`,
    contract: `${drifting}?tab=contract`,
    drift: `${drifting}?tab=drift`,
    'server-incidents': `${broken}?tab=incidents`,
    checks: `${broken}?tab=checks`,
    gates: `${drifting}?tab=gates`,
    alerts: `${drifting}?tab=alerts`,
    'alerts-own': `${broken}?tab=alerts`,
    settings: `/servers/${idOf('private-vault')}?tab=settings`,
    incidents: '/incidents',
    'incident-new': '/incidents/new',
    incident: `/incidents/${incident.id}`,
    maintenance: '/maintenance',
    'maintenance-new': '/maintenance/new',
    'maintenance-one': `/maintenance/${await announceWork(page, idOf('private-vault') ?? '')}`,
    channels: '/channels',
    channel: `/channels/${channel?.id}`,
    delivery: `/deliveries/${delivery.id}`,
    rules: '/rules',
    'status-pages': '/status-pages',
    'status-page': `/status-pages/${(await first<StatusPage>('/status-pages'))?.id}`,
    'status-page-new': '/status-pages/new',
    reports: '/reports',
    keys: '/keys',
    system: '/system',
    nowhere: '/servers/x/y',
  };
}

/** Rules with something in every field, of the workspace and of a server, which is also muted. */
async function setRules(page: Page, serverId: string, channelId: string): Promise<void> {
  const rules: PutRulesBody = {
    routes: [
      { events: ['server.regional', 'server.flapping'], channelIds: [] },
      { events: null, channelIds: [channelId] },
      { events: ['server.drift'], channelIds: [channelId] },
    ],
    afterMs: 120_000,
    remindEveryMs: 7_200_000,
    escalate: { afterMs: 900_000, channelId },
    quietHours: { from: '22:00', to: '07:00', timeZone: 'Europe/Berlin', days: ['mon', 'tue', 'wed'] },
  };
  const api = `${product.url}/api/v1`;
  // What a browser says of its own page.
  const headers = { origin: product.url };
  const answers = [
    await page.request.put(`${api}/rules`, { headers, data: rules }),
    await page.request.put(`${api}/servers/${serverId}/rules`, { headers, data: rules }),
    await page.request.post(`${api}/servers/${serverId}/mute`, { headers, data: { forMs: 86_400_000 } }),
  ];
  expect(answers.map((answer) => answer.status())).toEqual([200, 200, 200]);
}

/** Windows that run, come again and are far off; the id of the one that comes again. */
async function announceWork(page: Page, serverId: string): Promise<string> {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const announce = async (work: Partial<CreateMaintenanceBody>) => {
    const answer = await page.request.post(`${product.url}/api/v1/maintenance`, {
      // What a browser says of its own page.
      headers: { origin: product.url },
      data: { title: 'Patching', serverIds: [serverId], startsAt: at(1), endsAt: at(2), ...work },
    });
    expect(answer.status()).toBe(201);
    return ((await answer.json()) as Maintenance).id;
  };
  const running = await announce({ title: 'A very long restart', startsAt: at(-1), description: 'With a pause.' });
  await announce({ title: 'New certificates', startsAt: at(99), endsAt: at(100) });
  const path = `${product.url}/api/v1/maintenance/${running}`;
  await waitFor(async () => ((await (await page.request.get(path)).json()) as Maintenance).active, {
    what: 'work that runs',
    timeoutMs: 60_000,
    everyMs: 500,
  });
  return announce({ rrule: 'FREQ=WEEKLY;BYDAY=MO,SU', timeZone: 'Europe/Berlin' });
}

describe.each(LOOKS)('at $width px, $theme', (look) => {
  test('every page of the dashboard is accessible, fits, and is clean', { timeout: 180_000 }, async () => {
    const { page, expectClean, close } = await openPage(browser, signInLink, look);
    const wrong: string[] = [];
    const check = async (name: string) => {
      for (const expectation of [() => expectAccessible(page), () => expectFits(page), expectClean]) {
        await expectation().catch((error: Error) => wrong.push(`${name}: ${error.message}`));
      }
      await saveScreenshot(page, `${name}-${look.width}-${look.theme}`);
    };
    await page.getByRole('heading', { level: 1 }).waitFor();
    await check('sign-in');
    await signIn(page);
    for (const [name, path] of Object.entries(routes)) {
      await page.goto(product.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const loading = page.getByRole('status', { name: 'Loading' });
      await waitFor(async () => (await loading.count()) === 0, { what: `${path} to be whole` });
      await check(name);
    }
    await page.goto(`${product.url}/keys`);
    await page.getByRole('button', { name: /^Demo/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    await check('menu');
    await page.keyboard.press('Escape');
    await page.goto(product.url + routes.channel);
    await page.getByRole('button', { name: 'Delete the channel' }).click();
    await page.getByRole('alertdialog').waitFor();
    await check('dialog');
    expect(wrong).toEqual([]);
    await close();
  });
});

test('a theme is chosen by keyboard, and the next visit begins in it', async () => {
  const { page, expectClean, close } = await openPage(browser, signInLink, { theme: 'light', width: 320 });
  await signIn(page);
  // A colour takes a frame to change.
  const ground = (color: string) =>
    waitFor(
      async () => color === (await page.evaluate('document.body && getComputedStyle(document.body).backgroundColor')),
      { what: `a page on ${color}` },
    );
  const [light, dark] = ['rgb(255, 255, 255)', 'rgb(20, 23, 26)'];
  await ground(light);
  await page.getByRole('button', { name: /^Demo/ }).press('Enter');
  const focused = (text: string) => page.locator(':focus', { hasText: text }).waitFor();
  await focused('System');
  await page.keyboard.press('ArrowDown');
  await focused('Light');
  await page.keyboard.press('ArrowDown');
  await focused('Dark');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: 'Dark', checked: true }).waitFor();
  await ground(dark);
  await expectAccessible(page);

  // What paints the dashboard does not come, so that only what goes before it has run.
  await page.route('**/assets/*.js', () => {});
  await page.goto(`${product.url}/servers`, { waitUntil: 'commit' });
  await ground(dark);
  expect(await page.locator('#root').innerHTML()).toBe('');
  await page.unroute('**/assets/*.js');

  await page.goto(`${product.url}/servers`);
  await page.getByRole('button', { name: /^Demo/ }).click();
  await page.getByRole('menuitemradio', { name: 'System' }).click();
  await ground(light);
  await expectClean();
  await close();
});

test('a link shows what its sender saw, and what is wrong in it is left out', async () => {
  const { page, expectClean, close } = await openPage(browser, signInLink);
  await signIn(page);
  await page.goto(`${product.url}${routes.channel}?state=failed&event=nothing.like.this`);
  const state = page.getByLabel('State');
  await state.waitFor();
  expect([await state.inputValue(), await page.getByLabel('Event', { exact: true }).inputValue()]).toEqual([
    'failed',
    '',
  ]);
  await state.selectOption('delivered');
  await page.waitForURL(/\?state=delivered$/);
  await page.goto(`${product.url}${routes['server-up']}?window=7d`);
  await page.getByRole('button', { name: '7d', pressed: true }).waitFor();
  await page.getByRole('button', { name: '30d' }).click();
  await page.waitForURL(/\?window=30d$/);
  await expectClean();
  await close();
});

test('by keyboard alone a server is found and opened', async () => {
  const { page, expectClean, close } = await openPage(browser, signInLink);
  await page.getByLabel('Password').press('Enter');
  await page.getByRole('heading', { name: 'Servers' }).waitFor();
  await page.getByRole('link', { name: 'Orders' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('payments');
  await page.getByRole('link', { name: 'Orders' }).waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await page.getByRole('link', { name: 'Payments' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Payments', level: 1 }).waitFor();
  await expectClean();
  await close();
});
