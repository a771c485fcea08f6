import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cacheDir } from './cache-dir.mjs';
import { withFileLock } from './file-lock.mjs';
import { isCurrent } from './node-version.mjs';
import { ensurePackages } from './packages.mjs';

let dir;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'alivemcp-bootstrap-'));
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('knows which Node runs TypeScript by itself', () => {
  for (const version of ['18.20.8', '20.20.2', '22.17.1', '23.5.0']) expect(isCurrent(version)).toBe(false);
  for (const version of ['22.18.0', '23.6.0', '24.0.0', '26.1.0']) expect(isCurrent(version)).toBe(true);
});

it('keeps Node in the user cache, and elsewhere when that cannot be written or is open to others', () => {
  expect(cacheDir({ XDG_CACHE_HOME: dir })).toBe(join(dir, 'alivemcp'));
  expect(statSync(join(dir, 'alivemcp')).mode & 0o022).toBe(0);
  chmodSync(join(dir, 'alivemcp'), 0o777);
  expect(cacheDir({ XDG_CACHE_HOME: dir })).not.toContain(dir);
  expect(cacheDir({ XDG_CACHE_HOME: '/dev/null' })).not.toContain('/dev/null');
});

it('lets one process in at a time', async () => {
  const file = join(dir, 'deep', 'lock');
  const order = [];
  const work = (name) => async () => {
    order.push(`${name} in`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    order.push(`${name} out`);
  };
  await Promise.all([withFileLock(file, work('a')), withFileLock(`${file}2`, work('b'))]);
  await withFileLock(file, work('c'));
  expect(order.slice(-2)).toEqual(['c in', 'c out']);
  expect(existsSync(file)).toBe(false);
});

it('runs no npm over what somebody installed by hand, and does where a package for this machine is missing', async () => {
  const here = { os: [process.platform], cpu: [process.arch] };
  const installed = { 'node_modules/a': { version: '1.0.0', integrity: 'x' } };
  const optional = {
    'node_modules/a-elsewhere': { version: '1.0.0', optional: true, os: ['plan9'] },
    'node_modules/only-needed-there': { version: '1.0.0', optional: true },
  };
  const write = (packages) => writeFileSync(join(dir, 'package-lock.json'), JSON.stringify({ packages }));
  const record = join(dir, 'node_modules', '.package-lock.json');
  const refuse = () => Promise.reject(new Error('npm would run'));
  mkdirSync(join(dir, 'node_modules'));
  writeFileSync(record, JSON.stringify({ packages: installed }));

  write({ ...installed, ...optional });
  expect(await ensurePackages(dir, refuse)).toBe(false);
  expect(await ensurePackages(dir, refuse)).toBe(false);
  write({ ...installed, ...optional, 'node_modules/a-here': { version: '1.0.0', optional: true, ...here } });
  await expect(ensurePackages(dir, refuse)).rejects.toThrow('npm would run');
});

it('takes over the lock of a dead process, and one nobody keeps fresh', async () => {
  const file = join(dir, 'lock');
  writeFileSync(file, '4194305');
  expect(await withFileLock(file, () => 'dead')).toBe('dead');
  writeFileSync(file, String(process.ppid));
  const longAgo = new Date(Date.now() - 120_000);
  utimesSync(file, longAgo, longAgo);
  expect(await withFileLock(file, () => 'number reused')).toBe('number reused');
});
