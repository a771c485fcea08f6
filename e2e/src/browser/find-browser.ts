import { bundledChromium } from './bundled-chromium.ts';
import { type Executable, proveItRuns } from './executable.ts';
import { installedByPlaywright, installWithPlaywright } from './playwright-chromium.ts';
import { systemChromium } from './system-chromium.ts';

export type Source = {
  name: string;
  /** Where it is; null when this source has none here. */
  find(env: NodeJS.ProcessEnv): Promise<Executable | null>;
};

export const SOURCES: Source[] = [
  { name: "Playwright's own Chromium", find: installedByPlaywright },
  ...['chromium', 'chromium-browser', 'google-chrome'].map((program) => ({
    name: `${program} on PATH`,
    find: (env: NodeJS.ProcessEnv) => systemChromium(program, env),
  })),
  { name: '@sparticuz/chromium', find: bundledChromium },
  { name: 'npx playwright-core install chromium', find: installWithPlaywright },
];

/**
 * The first Chromium that runs here, `CHROMIUM_PATH` before all others: one that was asked for by name is never
 * replaced in silence. Throws what to install and why each source failed; a missing browser never skips a test.
 */
export async function findBrowser(env = process.env, sources = SOURCES): Promise<Executable> {
  if (env.CHROMIUM_PATH) {
    const chosen = { executablePath: env.CHROMIUM_PATH, args: [] };
    await proveItRuns(chosen).catch((error: Error) => {
      throw new Error(`CHROMIUM_PATH does not name a Chromium that runs: ${error.message}`);
    });
    return chosen;
  }
  const tried: string[] = [];
  for (const { name, find } of sources) {
    try {
      const found = await find(env);
      if (!found) throw new Error('none');
      await proveItRuns(found);
      return found;
    } catch (error) {
      const [first, reason = ''] = (error as Error).message.split('\n');
      tried.push(`  ${name}: ${first} ${reason}`.trimEnd());
    }
  }
  throw new Error(`${MISSING}\nTried:\n${tried.join('\n')}`);
}

const MISSING = [
  'The browser tests need Chromium on PATH, or its path in CHROMIUM_PATH.',
  '  Debian:        sudo apt-get install chromium',
  '  macOS:         npx playwright-core install chromium',
  '  Ubuntu, other: npx playwright-core install --with-deps chromium',
].join('\n');
