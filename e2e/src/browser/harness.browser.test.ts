import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, findViolations } from './axe.ts';
import { bundledChromium } from './bundled-chromium.ts';
import { expectFits } from './expect-fits.ts';
import { launchBrowser } from './launch.ts';
import { saveScreenshot } from './screenshot.ts';
import { servePages } from './serve-pages.ts';
import { LOOKS } from './sizes.ts';
import { openPage } from './watch-page.ts';

const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'";
const html = (
  main: string,
) => `<!doctype html><html lang="en"><title>A page</title><link rel="stylesheet" href="/style.css">
  <main><h1>A page</h1>${main}</main></html>`;
const script = (body: string) => ({ body, type: 'text/javascript' });

let browser: Browser;
let site: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
  site = await servePages({
    '/clean': { body: html('<p>All is well.</p>'), policy: STRICT },
    '/style.css': { body: 'body { margin: 0; color-scheme: light dark; transition: color 1s }', type: 'text/css' },
    '/broken': {
      body: html('<button></button><script src="/complain.js"></script><img alt="" src="https://example.com/a.png">'),
    },
    '/complain.js': script('console.error("it hurts"); console.warn("it may hurt")'),
    '/throws': { body: html('<script src="/throw.js"></script>') },
    '/throw.js': script('throw new Error("nobody caught me")'),
    '/refused': { body: html('<img alt="" src="http://127.0.0.1:1/a.png">') },
    '/missing': { body: html('<img alt="" src="/none.png">') },
    '/against-policy': { body: html('<script>document.title = "mine"</script>'), policy: STRICT },
    '/socket': { body: html('<script src="/socket.js"></script>') },
    '/socket.js': script('new WebSocket("wss://example.com/live")'),
    '/wide': { body: html('<table width="400"><tr><td>wide</table>') },
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** What `expectClean` says of a page. */
async function faultsOf(path: string): Promise<string[]> {
  const { expectClean, close } = await openPage(browser, site.url + path);
  const error: Error | undefined = await expectClean().then(
    () => undefined,
    (reason) => reason,
  );
  await close();
  return error?.message.split('\n  ').slice(1) ?? [];
}

test.each(LOOKS)('a clean page passes at $width px, $theme, its policy in force', async (look) => {
  const { page, expectClean, close } = await openPage(browser, `${site.url}/clean`, look);
  await expectAccessible(page);
  await expectFits(page);
  await expectClean();
  expect(await page.evaluate('innerWidth')).toBe(look.width);
  expect(await page.evaluate('matchMedia("(prefers-color-scheme: dark)").matches')).toBe(look.theme === 'dark');
  expect(await page.evaluate('matchMedia("(prefers-reduced-motion: reduce)").matches')).toBe(true);
  await close();
});

test('what a screen reader trips over is named with its place', async () => {
  const { page, close } = await openPage(browser, `${site.url}/broken`);
  expect(await findViolations(page)).toEqual([expect.stringMatching(/^button-name \(critical\): .*: button$/)]);
  await expect(expectAccessible(page)).rejects.toThrow(/\/broken is not accessible:\n {2}button-name/);
  await close();
});

test.each([
  ['/broken', [/^console error: it hurts/, /^foreign request: GET https:\/\/example.com\/a.png$/]],
  ['/throws', [/^page error: nobody caught me at .*throw.js:1:7$/]],
  ['/refused', [/^failed request: GET http:\/\/127.0.0.1:1\/a.png: net::ERR/]],
  ['/missing', [/^console error: .*404.*none.png/]],
  ['/against-policy', [/^policy violation: /]],
])('%s is not clean', async (path, faults) => {
  expect((await faultsOf(path)).toSorted()).toEqual(faults.map((fault) => expect.stringMatching(fault)));
});

test('another host is not reached, even where one answers', async () => {
  const { page, expectFault, expectClean, close } = await openPage(browser, `${site.url}/wide`);
  const ask = (url: string) =>
    page.evaluate(`fetch("${url}/clean", { mode: "no-cors" }).then(() => "reached", () => "refused")`);
  expect(await ask(site.url)).toBe('reached');
  expect(await ask(site.url.replace('127.0.0.1', 'localhost'))).toBe('refused');
  await expectFault(/^foreign request: GET http:\/\/localhost/);
  await expectClean();
  await close();
});

test('a socket to another host is a foreign request', async () => {
  const { expectFault, close } = await openPage(browser, `${site.url}/socket`);
  await expectFault(/^foreign request: wss:\/\/example.com\/live$/);
  await close();
});

test('a fault that belongs to the story is taken off the list, once', async () => {
  const { expectClean, expectFault, close } = await openPage(browser, `${site.url}/missing`);
  await expectFault(/404/);
  await expectClean();
  await close();
});

test('a page wider than its window is caught', async () => {
  const { page, close } = await openPage(browser, `${site.url}/wide`, { width: 320 });
  await expect(expectFits(page)).rejects.toThrow(/is 4\d\d px wide in a window of 320 px/);
  await close();
});

test('a screenshot shows the page', async () => {
  const { page, close } = await openPage(browser, `${site.url}/clean`);
  const png = await readFile(await saveScreenshot(page, 'harness'));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  await close();
});

test('the bundled Chromium shows text and keeps policies, where there is one', { timeout: 60_000 }, async () => {
  const bundled = await bundledChromium();
  if (!bundled) return expect(`${process.platform}-${process.arch}`).not.toBe('linux-x64');
  const other = await launchBrowser(Promise.resolve(bundled));
  const { page, expectFault, close } = await openPage(other, `${site.url}/against-policy`);
  await expectFault(/^policy violation/);
  await page.evaluate('document.querySelector("h1").style.display = "inline"');
  expect((await page.locator('h1').boundingBox())?.width).toBeGreaterThan(50);
  await close();
  await other.close();
});
