import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser, SOURCES, type Source } from './find-browser.ts';

let dir: string;
const program = async (name: string, body: string) => {
  const path = join(dir, name);
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
  return path;
};
const source = (name: string, executablePath: string | null): Source => ({
  name,
  find: async () => (executablePath ? { executablePath, args: [] } : null),
});
const onPath = SOURCES.filter(({ name }) => name.endsWith('on PATH'));

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'alivemcp-browser-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

test('the sources are asked in this order', () => {
  expect(SOURCES.map(({ name }) => name)).toEqual([
    "Playwright's own Chromium",
    'chromium on PATH',
    'chromium-browser on PATH',
    'google-chrome on PATH',
    '@sparticuz/chromium',
    'npx playwright-core install chromium',
  ]);
});

test('the first that runs is taken; one that is there and does not run is passed over', async () => {
  await program('chromium', 'echo install the snap >&2; exit 1');
  const works = await program('google-chrome', 'echo Google Chrome 150');
  expect(await findBrowser({ PATH: dir }, onPath)).toEqual({ executablePath: works, args: [] });
});

test('CHROMIUM_PATH comes first, and is never replaced when it does not run', async () => {
  const mine = await program('mine', 'echo Chromium 1');
  const other = source('other', await program('other', 'echo Chromium 2'));
  expect(await findBrowser({ CHROMIUM_PATH: mine }, [other])).toEqual({ executablePath: mine, args: [] });
  await expect(findBrowser({ CHROMIUM_PATH: join(dir, 'nothing') }, [other])).rejects.toThrow(
    /CHROMIUM_PATH does not name a Chromium that runs: .*ENOENT/,
  );
});

test('without any, one error names what to install and why each source failed', async () => {
  const broken = source('broken', await program('broken', 'echo libnss3.so is missing >&2; exit 127'));
  const error: Error = await findBrowser({}, [source('absent', null), broken]).then(
    () => new Error('it found one'),
    (reason: Error) => reason,
  );
  expect(error.message).toContain('apt-get install chromium');
  expect(error.message).toContain('absent: none');
  expect(error.message).toMatch(/broken: [\s\S]*libnss3.so is missing/);
});
