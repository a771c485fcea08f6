import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { canReach, type DatabaseUser } from './database-user.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { platformPackage } from './platform.ts';
import { sharedCopy } from './shared-copy.ts';
import { makeSymlinks } from './symlinks.ts';

export type Binaries = { initdb: string; postgres: string; major: string };

/** Where PostgreSQL's programs are, complete and within reach of `user`. */
export function findBinaries(user: DatabaseUser): Binaries {
  const packageDir = locate(platformPackage());
  const version = packageVersion(packageDir);
  const complete = makeSymlinks(packageDir);
  const usable = complete && canReach(user, join(packageDir, 'native', 'bin', 'postgres'));
  const shared = `/var/tmp/alivemcp-postgres-${version}-${process.getuid?.() ?? 0}`;
  const bin = join(usable ? packageDir : sharedCopy(packageDir, shared), 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), major: version.replace(/\..*/, '') };
}

function locate(name: string): string {
  try {
    // Its `exports` name only dist/index.js, one level below the package's root.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    const advice = 'Run npm install (with optional dependencies), or set DATABASE_URL.';
    throw new EmbeddedPostgresError('binaries_missing', `The package ${name} is not installed. ${advice}`, { cause });
  }
}

function packageVersion(packageDir: string): string {
  return (JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string }).version;
}
