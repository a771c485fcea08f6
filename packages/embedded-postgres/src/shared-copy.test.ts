import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sharedCopy } from './shared-copy.ts';

let root: string;
let original: string;
let target: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'alivemcp-copy-'));
  original = join(root, 'package');
  target = join(root, 'shared');
  mkdirSync(join(original, 'native', 'bin'), { recursive: true });
  mkdirSync(join(original, 'native', 'lib'));
  writeFileSync(join(original, 'native', 'bin', 'postgres'), 'program', { mode: 0o700 });
  writeFileSync(join(original, 'native', 'lib', 'libpq.so.5.18'), 'library', { mode: 0o600 });
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  writeFileSync(join(original, 'native', 'pg-symlinks.json'), JSON.stringify(links));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

it('copies with links, readable by everybody', () => {
  sharedCopy(original, target);
  expect(statSync(join(target, 'native', 'bin', 'postgres')).mode & 0o777).toBe(0o755);
  expect(statSync(join(target, 'native', 'lib', 'libpq.so.5')).mode & 0o777).toBe(0o644);
  expect(readlinkSync(join(target, 'native', 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
});

it('repairs a copy that lost a file', () => {
  sharedCopy(original, target);
  rmSync(join(target, 'native', 'bin', 'postgres'));
  sharedCopy(original, target);
  expect(readFileSync(join(target, 'native', 'bin', 'postgres'), 'utf8')).toBe('program');
});

it('refuses a directory that somebody else could have filled', () => {
  sharedCopy(original, target);
  chmodSync(target, 0o777);
  expect(() => sharedCopy(original, target)).toThrow(/Remove it/);
});
