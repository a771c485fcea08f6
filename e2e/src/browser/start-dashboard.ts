import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_TOOLS, startFixture } from '@alivemcp/testkit/mcp';
import { apiClient } from '../api-client.ts';
import { runAlivemcp } from '../run-process.ts';
import { launchBrowser } from './launch.ts';
import { openPage, type WatchedPage } from './watch-page.ts';

const OWNER = { email: 'ada@example.com', password: 'correct horse battery' };
const KEY = 'amcp_a_key_for_the_browser_tests';

export type Dashboard = Awaited<ReturnType<typeof startDashboard>>;

/** A product with an owner, an MCP server to watch, and a browser. */
export async function startDashboard() {
  await using owned = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'alivemcp-e2e-'));
  owned.defer(() => rm(dataDir, { recursive: true, force: true }));
  const mcp = await startFixture({ tools: SAMPLE_TOOLS });
  owned.defer(() => mcp.close());
  const product = await runAlivemcp(['start'], {
    ALIVEMCP_DATA_DIR: dataDir,
    ALIVEMCP_EGRESS_ALLOW: '127.0.0.1/32',
    ALIVEMCP_BOOTSTRAP_EMAIL: OWNER.email,
    ALIVEMCP_BOOTSTRAP_PASSWORD: OWNER.password,
    ALIVEMCP_BOOTSTRAP_API_KEY: KEY,
    PORT: '0',
  });
  owned.defer(async () => void (await product.stop()));
  const browser = await launchBrowser();
  owned.defer(() => browser.close());
  const all = owned.move();
  return {
    mcp,
    url: product.url,
    api: apiClient(product.url, KEY),
    /** Opens a page as its owner, who signs in on the way. */
    async open(path: string, options: Parameters<typeof openPage>[2]): Promise<WatchedPage> {
      const watched = await openPage(browser, product.url + path, options);
      const { page } = watched;
      page.setDefaultTimeout(15_000);
      await page.getByLabel('Email').fill(OWNER.email);
      await page.getByLabel('Password').fill(OWNER.password);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      return watched;
    },
    stop: () => all.disposeAsync(),
  };
}
