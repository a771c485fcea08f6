import { configDefaults, defineConfig } from 'vitest/config';

// `npm test -- --quick`: everything but what kills processes or needs a browser.
const quick = process.env.ALIVEMCP_TEST_QUICK === '1';

export default defineConfig({
  test: {
    include: [
      'apps/**/src/**/*.test.{ts,tsx}',
      'packages/**/src/**/*.test.ts',
      '{e2e,bench,scripts,infra}/**/*.test.{ts,mjs}',
    ],
    exclude: [...configDefaults.exclude, ...(quick ? ['**/*.fault.test.ts', '**/*.browser.test.ts'] : [])],
    globalSetup: ['packages/testkit/src/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
