import { waitFor } from '@alivemcp/testkit';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DESK, type Look } from './sizes.ts';

export type WatchedPage = {
  page: Page;
  /** Throws the list of everything that went wrong in this page since it was opened. */
  expectClean(): Promise<void>;
  /** Waits for a fault that belongs to the story and takes it off the list. */
  expectFault(pattern: RegExp): Promise<void>;
  close(): Promise<void>;
};

export type Visit = Partial<Look> & {
  /** Animations run only when a test asks for them. */
  motion?: 'reduce' | 'no-preference';
  /** False for a reader whose browser runs none. */
  scripts?: boolean;
  /** Where the reader's clock stands, an IANA name. */
  timeZone?: string;
};

const USUAL = { ...DESK, motion: 'reduce', scripts: true, timeZone: 'UTC' } as const;

/**
 * Opens `url` as a visitor without a past. Console errors, uncaught errors, failed requests, violations of the page's
 * policy and requests to any other host than 127.0.0.1 (which are refused) are collected, also those of its pop-ups.
 */
export async function openPage(browser: Browser, url: string, visit: Visit = {}): Promise<WatchedPage> {
  const { width, theme, motion, scripts, timeZone }: Required<Visit> = { ...USUAL, ...visit };
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: theme,
    reducedMotion: motion,
    locale: 'en-US',
    javaScriptEnabled: scripts,
    timezoneId: timeZone,
    serviceWorkers: 'block',
  });
  const faults = await collectFaults(context);
  const page = await context.newPage();
  await page.goto(url);
  return {
    page,
    async expectClean() {
      // Events come in order: after an answer of the page, all before it have come.
      await page.evaluate('0');
      if (faults.length > 0) throw new Error(`${page.url()} is not clean:\n  ${faults.join('\n  ')}`);
    },
    async expectFault(pattern) {
      const matches = (fault: string) => pattern.test(fault);
      await waitFor(() => faults.some(matches), { what: `a fault like ${pattern}` });
      faults.splice(faults.findIndex(matches), 1);
    },
    close: () => context.close(),
  };
}

async function collectFaults(context: BrowserContext): Promise<string[]> {
  const faults: string[] = [];
  await context.route(isForeign, (route) => route.abort('blockedbyclient'));
  context.on('request', (request) => {
    if (isForeign(request.url())) faults.push(`foreign request: ${request.method()} ${request.url()}`);
  });
  context.on('page', (page) =>
    page.on('websocket', (socket) => {
      if (isForeign(socket.url())) faults.push(`foreign request: ${socket.url()}`);
    }),
  );
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // A page that leaves or aborts its own fetch has not failed.
    if (isForeign(request.url()) || reason === 'net::ERR_ABORTED') return;
    faults.push(`failed request: ${request.method()} ${request.url()}: ${reason}`);
  });
  context.on('weberror', (error) => {
    const { message, stack } = error.error();
    const place = stack?.split('\n').find((line) => line.trimStart().startsWith('at ')) ?? '';
    faults.push(`page error: ${message} ${place.trim()}`.trim());
  });
  context.on('console', (message) => {
    const { url } = message.location();
    if (message.type() !== 'error') return;
    if (message.text().startsWith('Failed to load resource: net::')) return;
    const kind = message.text().includes('Content Security Policy') ? 'policy violation' : 'console error';
    faults.push(`${kind}: ${message.text()} (${url})`);
  });
  return faults;
}

function isForeign(url: URL | string): boolean {
  const { protocol, hostname } = new URL(url);
  return /^(https?|wss?|ftp):$/.test(protocol) && hostname !== '127.0.0.1';
}
