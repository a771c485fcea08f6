import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

/** A browser that is silent of its own accord and can reach nothing but 127.0.0.1, whatever a page asks for. */
const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts Chromium, headless. Playwright leaves the sandbox off, without which root could not start it. */
export async function launchBrowser(executable = findBrowser()): Promise<Browser> {
  const { executablePath, args, env } = await executable;
  return chromium.launch({ executablePath, args: [...ARGS, ...args], env: { ...process.env, ...env } });
}
