import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const RESULTS = fileURLToPath(new URL('../../../test-results', import.meta.url));

/** Saves the whole page for people to look at, and returns where; nothing compares it. */
export async function saveScreenshot(page: Page, name: string): Promise<string> {
  const path = join(RESULTS, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}
