import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DataDirLockedError, lockDataDir } from './lock-data-dir.ts';
import { processIdentity } from './process-identity.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'alivemcp-lock-'));
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const lockFile = () => join(dataDir, 'alivemcp.lock');

function holdInAnotherProcess() {
  const source = `import { lockDataDir } from ${JSON.stringify(join(import.meta.dirname, 'lock-data-dir.ts'))};
    lockDataDir(${JSON.stringify(dataDir)}); console.log('held'); setInterval(() => {}, 60_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const held = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  return { child, held, exited };
}

it('refuses a second start while the first one lives, and takes over after kill -9', async () => {
  const { child, held, exited } = holdInAnotherProcess();
  await held;
  expect(() => lockDataDir(dataDir)).toThrow(DataDirLockedError);
  expect(() => lockDataDir(dataDir)).toThrow(`already running on ${dataDir} (process ${child.pid})`);
  child.kill('SIGKILL');
  await exited;
  const lock = lockDataDir(dataDir);
  expect(() => lockDataDir(dataDir)).toThrow(DataDirLockedError);
  lock.release();
  expect(existsSync(lockFile())).toBe(false);
});

it('is not fooled by another process that got the number of the dead one', () => {
  writeFileSync(lockFile(), JSON.stringify({ pid: process.pid, identity: 'an earlier boot' }));
  lockDataDir(dataDir).release();
});

it('takes over a lock that cannot be read', () => {
  writeFileSync(lockFile(), 'half a li');
  lockDataDir(dataDir).release();
});

it('leaves a lock alone that is no longer its own', () => {
  const lock = lockDataDir(dataDir);
  const other = JSON.stringify({ pid: 1, identity: 'someone else' });
  writeFileSync(lockFile(), other);
  lock.release();
  expect(existsSync(lockFile())).toBe(true);
});

it('knows a process by more than its number', () => {
  expect(processIdentity(process.pid)).toBe(processIdentity(process.pid));
  expect(processIdentity(process.pid)).not.toBe(processIdentity(process.ppid));
  expect(processIdentity(4_194_305)).toBeNull();
});
