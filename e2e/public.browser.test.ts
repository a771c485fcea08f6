import { waitFor } from '@alivemcp/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './src/browser/axe.ts';
import { expectFits } from './src/browser/expect-fits.ts';
import { launchBrowser } from './src/browser/launch.ts';
import { LOOKS } from './src/browser/sizes.ts';
import { watchTwoServers } from './src/browser/two-servers.ts';
import { openPage } from './src/browser/watch-page.ts';

const STEP_MS = 90_000;
const MINUTE_MS = 60_000;
const DAY = /^\d{4}-\d\d-\d\d: /;
const LOCAL_TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d GMT\+9$/;
const UTC_TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d UTC$/;

let browser: Browser;
let world: Awaited<ReturnType<typeof watchTwoServers>>;

beforeAll(async () => {
  [browser, world] = await Promise.all([launchBrowser(), watchTwoServers()]);
  await world.bothAre('up');
}, STEP_MS);
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

const text = async (path: string) => (await fetch(world.url + path)).text();
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
const state = (page: Page) => page.getByRole('region', { name: 'Present state' }).locator('.head').textContent();
const withoutScripts = (path: string) => openPage(browser, world.url + path, { scripts: false });

/** Where the links of a page lead, without those into itself, whose place must be there. */
async function targets(page: Page): Promise<string[]> {
  const hrefs = await page.locator('a[href]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const places = hrefs.filter((href) => href?.startsWith('#'));
  for (const place of places) expect(await page.locator(`[id="${place?.slice(1)}"]`).count(), `${place}`).toBe(1);
  return [...new Set(hrefs.flatMap((href) => (href === null || href.startsWith('#') ? [] : href)))];
}

async function expectSecret(): Promise<void> {
  const api = ['summary', 'status', 'components', 'incidents', 'scheduled-maintenances'];
  for (const path of ['', '/feed.atom', ...api.map((name) => `/api/v2/${name}.json`)]) {
    const body = await text(`/status/acme${path}`);
    for (const secret of world.secrets) expect(body, path).not.toContain(secret);
  }
}

test.each([
  ['/s/acme-orders', 'Acme orders', 'Up', 90, ['text/markdown']],
  ['/status/acme', 'Acme status', 'All 2 servers are up', 180, []],
])('without scripts, %s says how it is and leads on', async (path, title, word, bars, more) => {
  const { page, expectClean, close } = await withoutScripts(path);
  expect(await heading(page)).toBe(title);
  expect(await state(page)).toBe(word);
  expect(await page.locator('main time').first().textContent()).toMatch(UTC_TIME);
  const days = await page.locator('.days rect title').allTextContents();
  expect(days).toHaveLength(bars);
  for (const day of days) expect(day).toMatch(DAY);

  const found = await targets(page);
  const types = await Promise.all(
    found.map(async (href) => {
      const answer = await fetch(new URL(href, world.url));
      expect(answer.status, href).toBe(200);
      const type = answer.headers.get('content-type')?.split(';')[0];
      const body = await answer.text();
      if (type === 'application/json') JSON.parse(body);
      if (type === 'application/atom+xml') expect(await rootOfXml(page, body)).toBe('feed');
      return type;
    }),
  );
  expect([...new Set(types)].toSorted()).toEqual(['application/atom+xml', 'application/json', 'text/html', ...more]);
  await expectClean();
  await close();
});

/** Name of the root element as the browser's own parser reads it; `html` or `parsererror` when it is not XML. */
const rootOfXml = (page: Page, xml: string) =>
  page.evaluate(`new DOMParser().parseFromString(${JSON.stringify(xml)}, 'application/xml').documentElement.localName`);

test('without scripts, the list of errors and an address without a page', async () => {
  const errors = await withoutScripts('/docs/errors#not_found');
  expect(await heading(errors.page)).toBe('Errors');
  expect(await errors.page.locator('tr:target').textContent()).toContain('404');
  await errors.expectClean();
  await errors.close();

  const missing = await withoutScripts('/s/secret-vault');
  expect(await heading(missing.page)).toBe('No such thing here');
  await missing.expectFault(/status of 404/);
  await missing.page.getByRole('link', { name: 'Go to the start' }).waitFor();
  await missing.expectClean();
  await missing.close();
});

test('without scripts, the setup form keeps what was typed and says what is wrong at its field', async () => {
  const { page, expectFault, expectClean, close } = await withoutScripts('/setup?token=x');
  await page.getByLabel('Email').fill('ada@localhost');
  await page.getByLabel('Password').fill('short');
  await page.getByLabel('Name of the workspace').fill('Ada & <Co>');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('alert').waitFor();
  await expectFault(/status of 422/);
  expect(await page.getByLabel('Email').inputValue()).toBe('ada@localhost');
  expect(await page.getByLabel('Password').inputValue()).toBe('');
  expect(await page.getByLabel('Name of the workspace').inputValue()).toBe('Ada & <Co>');
  for (const [label, id, fault] of [
    ['Email', 'email-error', /e-?mail/i],
    ['Password', 'password-error', /12/],
  ] as const) {
    const field = page.getByLabel(label);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect((await field.getAttribute('aria-describedby'))?.split(' ')).toContain(id);
    expect(await page.locator(`#${id}`).textContent()).toMatch(fault);
  }
  expect(await page.getByLabel('Name of the workspace').getAttribute('aria-invalid')).toBeNull();
  await expectClean();
  await close();
});

test('where scripts run, times are in the zone of the reader, and what they were in the title', async () => {
  const { page, expectClean, close } = await openPage(browser, `${world.url}/status/acme`, { timeZone: 'Asia/Tokyo' });
  const times = await page.locator('time[datetime*=T]').all();
  expect(times.length).toBeGreaterThan(2);
  for (const time of times) {
    const at = (await time.getAttribute('datetime')) ?? '';
    const utc = (await time.getAttribute('title')) ?? '';
    expect(utc).toMatch(UTC_TIME);
    expect(utc).toContain(at.slice(11, 16));
    expect(await time.textContent()).toMatch(LOCAL_TIME);
    const shown = (await time.textContent())?.replace(' GMT+9', '+09:00').replace(' ', 'T') ?? '';
    expect(Math.floor(Date.parse(at) / MINUTE_MS)).toBe(Date.parse(shown) / MINUTE_MS);
  }
  expect(await page.locator('footer').textContent()).toContain('Times are in Asia/Tokyo, days in UTC.');
  await expectClean();
  await close();
});

/** Puts the page's clock a minute on; its own timer then asks the server. Returns when the answer is dealt with. */
async function minutePasses(page: Page): Promise<void> {
  const asked = page.waitForResponse(page.url());
  await page.evaluate(`{ const now = Date.now; Date.now = () => now() + ${MINUTE_MS} }`);
  await (await asked).finished();
  // What the page began to read before this, it has read by the end of this.
  await page.evaluate('fetch(location.href, { cache: "no-store" }).then((answer) => answer.text())');
}

test('a page that is left open tells the news by itself, and waits for who works in it', {
  timeout: STEP_MS,
}, async () => {
  const { page, expectClean, close } = await openPage(browser, `${world.url}/s/acme-orders`, {
    timeZone: 'Asia/Tokyo',
  });
  await page.getByText('Names of the tools').click();
  await page.evaluate('window.loaded = document.querySelector("main")');
  const feed = page.getByRole('link', { name: 'Incidents as an Atom feed' });
  await feed.focus();

  await world.closeBoth();
  await world.bothAre('down');
  const badgeSays = async (word: string) => (await text('/badge/acme-orders.svg')).includes(word);
  await waitFor(() => badgeSays('down'), { what: 'a badge that says down', timeoutMs: MINUTE_MS });
  await waitFor(async () => (await text('/s/acme-orders')).includes('<title>Down'), { what: 'a page that says down' });

  await minutePasses(page);
  expect(await state(page)).toBe('Up');
  expect(await page.locator('main a:focus').count()).toBe(1);

  await feed.blur();
  await minutePasses(page);
  expect(await state(page)).toBe('Down');
  expect(await page.title()).toBe('Down: Acme orders');
  expect(await page.evaluate('window.loaded !== undefined && !window.loaded.isConnected')).toBe(true);
  expect(await page.locator('#tool-names').getAttribute('open')).toBe('');
  const times = await page.locator('time[datetime*=T]').allTextContents();
  expect(times.filter((time) => !LOCAL_TIME.test(time))).toEqual([]);
  await expectClean();
  await close();
});

test('of a private server that is down, its name on the page is told and nothing else', async () => {
  const { page, close } = await withoutScripts('/status/acme');
  expect(await state(page)).toBe('All 2 servers are down');
  await page.getByRole('heading', { name: 'Billing is down' }).waitFor();
  expect(await page.getByRole('link', { name: 'Acme orders' }).getAttribute('href')).toBe('/s/acme-orders');
  expect(await page.getByRole('link', { name: 'Billing' }).count()).toBe(0);
  await expectSecret();
  await close();
});

test.each(LOOKS)('every page can be read by everybody at $width px, $theme', { timeout: STEP_MS }, async (look) => {
  const { page, expectFault, expectClean, close } = await openPage(browser, `${world.url}/s/acme-orders`, look);
  for (const path of ['/s/acme-orders', '/status/acme', '/docs/errors', '/setup?token=x', '/s/nobody']) {
    await page.goto(world.url + path);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await expectAccessible(page);
    await expectFits(page);
  }
  await expectFault(/status of 404/);
  await expectClean();
  await close();
});
