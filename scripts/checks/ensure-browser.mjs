import { findBrowser } from '../../e2e/src/browser/find-browser.ts';

/** Makes sure that there is a Chromium to test with, before any test's clock runs: unpacking or a download takes time. */
export async function ensureBrowser() {
  const { executablePath } = await findBrowser();
  process.stdout.write(`  ${executablePath}\n`);
  return { passed: 1, failed: 0, skipped: 0 };
}
