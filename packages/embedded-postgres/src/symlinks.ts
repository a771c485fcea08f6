import { lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

type Link = { source: string; target: string };

/**
 * Makes the library links that npm cannot pack. The package would do it in an install script, which npm 12 blocks.
 * Returns false when they are missing and this user may not make them (a checkout owned by somebody else).
 */
export function makeSymlinks(packageDir: string): boolean {
  try {
    for (const { source, target } of listedLinks(packageDir)) {
      if (!exists(join(packageDir, target))) link(basename(source), join(packageDir, target));
    }
    return true;
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

function listedLinks(packageDir: string): Link[] {
  try {
    return JSON.parse(readFileSync(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8')) as Link[];
  } catch (error) {
    // Packages of some platforms carry no links at all.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function link(source: string, target: string): void {
  try {
    symlinkSync(source, target);
  } catch (error) {
    // Two starts at once: the other one was faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
