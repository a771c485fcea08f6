import { waitFor } from '@alivemcp/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './src/browser/axe.ts';
import { expectFits } from './src/browser/expect-fits.ts';
import { launchBrowser } from './src/browser/launch.ts';
import { servePages } from './src/browser/serve-pages.ts';
import { LOOKS } from './src/browser/sizes.ts';
import { watchTwoServers } from './src/browser/two-servers.ts';
import { openPage, type Visit } from './src/browser/watch-page.ts';

const EVIL = '<img src="/x" onerror="document.title = 1">';

let browser: Browser;
let world: Awaited<ReturnType<typeof watchTwoServers>>;
let blog: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
  [browser, world] = await Promise.all([launchBrowser(), watchTwoServers()]);
  await world.bothAre('up');
  const html = (main: string) => `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark"><title>Blog</title>
    <main><h1>A page of somebody else</h1>${main}</main><script async src="${world.url}/embed.js"></script></html>`;
  blog = await servePages({
    '/': { body: '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Blog</title></html>' },
    '/post': {
      body: html(`
        <div id="card" data-alivemcp="acme-orders">Loading</div>
        <p>Orders: <span id="pill" data-server="acme-orders" data-style="pill">Loading</span></p>
        <div id="light" data-alivemcp="acme-orders" data-theme="light">Loading</div>
        <div id="dark" data-alivemcp="acme-orders" data-theme="dark">Loading</div>`),
      policy: `default-src 'none'; script-src ${world.url}; connect-src ${world.url}`,
    },
    '/wrong': {
      body: html(`
        <div id="nobody" data-alivemcp="nobody"><a href="/">How it is</a></div>
        <div id="private" data-alivemcp="secret-vault">Ask us</div>
        <div id="markup">Ask us again</div>`).replace('id="markup"', `id="markup" data-alivemcp='${EVIL}'`),
    },
  });
}, 90_000);
afterAll(async () => {
  await blog?.close();
  await browser?.close();
  await world?.stop();
});

const visit = (path: string, look?: Visit) => openPage(browser, blog.url + path, look);
const box = (page: Page, id: string) => page.locator(`#${id} .box`);
const colors = (page: Page, id: string) =>
  box(page, id).evaluate((element) =>
    ['color', 'background-color'].map((name) => `${element.computedStyleMap().get(name)}`),
  );

test.each(LOOKS)('card and pill say the state at $width px, $theme, where a policy forbids styles', async (look) => {
  const { page, expectClean, close } = await visit('/post', look);
  // Each asks for itself and comes when it is answered.
  for (const id of ['card', 'pill', 'light', 'dark']) await box(page, id).waitFor();
  expect(await box(page, 'card').innerText()).toMatch(/^Acme orders\s+● Up\s+Uptime 30 d\s.*\sp95 24 h\s/s);
  expect(await box(page, 'pill').innerText()).toMatch(/^● Up\s+Acme orders\s+(?:[\d.]+ %|no data)$/);
  expect(await page.locator('main').innerText()).not.toContain('Loading');
  const links = await page.locator('#card a, a.pill').evaluateAll((found) => found.map((a) => a.getAttribute('href')));
  expect(links).toEqual([`${world.url}/s/acme-orders`, `${world.url}/s/acme-orders`]);

  expect(await colors(page, 'light')).toEqual(['rgb(22, 25, 29)', 'rgb(255, 255, 255)']);
  expect(await colors(page, 'dark')).toEqual(['rgb(236, 239, 242)', 'rgb(20, 23, 26)']);
  expect(await colors(page, 'card')).toEqual(await colors(page, look.theme));
  await expectAccessible(page);
  await expectFits(page);
  await expectClean();
  await close();
});

test('a slug that nobody, or not everybody, may see leaves what stood there', async () => {
  const { page, expectFault, expectClean, close } = await visit('/wrong');
  for (const slug of ['nobody', 'secret-vault', '%3Cimg']) await expectFault(new RegExp(`404.*/${slug}`));
  expect(await page.locator('main div').allInnerTexts()).toEqual(['How it is', 'Ask us', 'Ask us again']);
  expect(await page.locator('img').count()).toBe(0);
  await expectClean();
  await close();
});

test('what the answer names is text', async () => {
  const { page, expectClean, close } = await visit('/');
  await page.route('**/api/embed-status/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), name: EVIL } });
  });
  await page.goto(`${blog.url}/post`);
  for (const id of ['card', 'pill']) expect(await box(page, id).locator('.name').innerText()).toBe(EVIL);
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.title()).toBe('Blog');
  await expectClean();
  await close();
});

test('it looks again after a minute', async () => {
  const { page, expectClean, close } = await visit('/');
  await page.clock.install();
  await page.goto(`${blog.url}/post`);
  for (const id of ['card', 'pill']) expect(await box(page, id).innerText()).toContain('● Up');

  await world.api.post(`/api/v1/servers/${world.acme.id}/pause`);
  const answer = async () => (await fetch(`${world.url}/api/embed-status/acme-orders`)).text();
  await waitFor(async () => (await answer()).includes('"paused"'), { what: 'a paused server' });
  await page.clock.fastForward(60_000);
  for (const id of ['card', 'pill']) await box(page, id).getByText('‖ Paused').waitFor();
  await expectClean();
  await close();
});
