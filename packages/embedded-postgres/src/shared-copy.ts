import { chmodSync, copyFileSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './errors.ts';
import { makeSymlinks } from './symlinks.ts';

/**
 * A copy of the package at `target` that every user may read and only we may write; made once, then reused.
 * It is needed when the database user cannot reach the original (a checkout under /root).
 */
export function sharedCopy(packageDir: string, target: string): string {
  const existing = lstatSync(target, { throwIfNoEntry: false });
  if (existing) {
    assertOurs(target, existing);
    if (sameFiles(join(packageDir, 'native'), join(target, 'native')) && makeSymlinks(target)) return target;
    // A cleaner of old temporary files took a part of it.
    rmSync(target, { recursive: true });
  }
  const draft = `${target}.${process.pid}.draft`;
  rmSync(draft, { recursive: true, force: true });
  copyTree(join(packageDir, 'native'), join(draft, 'native'));
  chmodSync(draft, 0o755);
  makeSymlinks(draft);
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    const winner = lstatSync(target, { throwIfNoEntry: false });
    if (!winner) throw error;
    assertOurs(target, winner);
  }
  return target;
}

/** In a directory that everybody may write, anybody may have been there before us with binaries of his own. */
function assertOurs(path: string, stats: Stats): void {
  const ours = stats.isDirectory() && stats.uid === process.getuid?.() && (stats.mode & 0o022) === 0;
  if (ours) return;
  throw new EmbeddedPostgresError('unsafe_directory', `${path} was not made by this user. Remove it and start again.`);
}

function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyTree(source, copy);
    if (!entry.isFile()) continue;
    copyFileSync(source, copy);
    chmodSync(copy, lstatSync(source).mode & 0o100 ? 0o755 : 0o644);
  }
}

function sameFiles(from: string, to: string): boolean {
  return readdirSync(from, { withFileTypes: true }).every((entry) => {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) return sameFiles(source, copy);
    return !entry.isFile() || lstatSync(copy, { throwIfNoEntry: false })?.size === lstatSync(source).size;
  });
}
