#!/usr/bin/env node
// Plain JavaScript: an older Node must reach the message below, not a syntax error.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
/** Node runs TypeScript by itself since 22.18, and since 23.6 in the 23 line. */
const runsTypeScript = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);

if (runsTypeScript) {
  await import('../src/main.ts');
} else {
  const bootstrap = fileURLToPath(new URL('../../../scripts/run.mjs', import.meta.url));
  if (existsSync(bootstrap)) {
    const { status } = spawnSync(process.execPath, [bootstrap, 'cli', ...process.argv.slice(2)], { stdio: 'inherit' });
    process.exitCode = status ?? 70;
  } else {
    process.stderr.write(
      `alivemcp needs Node 22.18 or newer; this is ${process.versions.node}. Get one from https://nodejs.org\n`,
    );
    process.exitCode = 70;
  }
}
