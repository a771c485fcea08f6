import type { Page } from 'playwright-core';

/** Throws when the page is wider than the window, which a reader would have to scroll sideways (WCAG 2.2, 1.4.10). */
export async function expectFits(page: Page): Promise<void> {
  const [content, window] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  if (content > window) throw new Error(`${page.url()} is ${content} px wide in a window of ${window} px`);
}
