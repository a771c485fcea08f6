import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import type { Executable } from './executable.ts';

const DOWNLOAD_MS = 600_000;

/** The Chromium that belongs to this version of Playwright, if somebody installed it. */
export async function installedByPlaywright(): Promise<Executable | null> {
  const executablePath = chromium.executablePath();
  return existsSync(executablePath) ? { executablePath, args: [] } : null;
}

/** Downloads that Chromium (about 170 MB) into Playwright's cache. */
export async function installWithPlaywright(env: NodeJS.ProcessEnv): Promise<Executable | null> {
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
  const command = [join(dirname(manifest), 'cli.js'), 'install', 'chromium', '--no-shell'];
  await promisify(execFile)(process.execPath, command, { env, timeout: DOWNLOAD_MS });
  return installedByPlaywright();
}
