import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PROGRAMS = ['redis-server', 'valkey-server'];
const MISSING = [
  'The tests need redis-server (7 or newer) or valkey-server on PATH.',
  '  Debian, Ubuntu: sudo apt-get install redis-server',
  '  macOS:          brew install redis',
].join('\n');

/** Makes sure that there is a Redis to test with: the one on PATH, else Debian's where we may install it. */
export async function ensureRedis() {
  if (!PROGRAMS.some(isThere)) installRedis();
  return { passed: 1, failed: 0, skipped: 0 };
}

function installRedis() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(MISSING);
  process.stdout.write('  not on PATH; installing it with apt-get …\n');
  const install = () => apt('install', '--yes', '--no-install-recommends', 'redis-server');
  let attempt = install();
  if (attempt.status !== 0) {
    // The package lists are old or, in a container, absent.
    apt('update');
    attempt = install();
  }
  if (!PROGRAMS.some(isThere)) throw new Error(`${attempt.stderr}\n${MISSING}`);
}

function apt(...args) {
  return spawnSync('apt-get', args, {
    encoding: 'utf8',
    // A system service of that name is not wanted, and Debian starts one only where policy-rc.d allows it.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  });
}

function isThere(program) {
  return spawnSync(program, ['--version']).status === 0;
}
