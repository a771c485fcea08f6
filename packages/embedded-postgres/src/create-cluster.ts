import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { type Cluster, dataDirArguments, SUPERUSER } from './cluster.ts';
import type { DatabaseUser } from './database-user.ts';
import { EmbeddedPostgresError } from './errors.ts';

/** Makes the cluster when there is none. Killed half-way it leaves a draft, which the next call throws away. */
export async function createCluster(cluster: Cluster, user: DatabaseUser, binaries: Binaries): Promise<void> {
  rmSync(cluster.draftDir, { recursive: true, force: true });
  mkdirSync(cluster.draftDir, { mode: 0o700 });
  rmSync(cluster.passwordFile, { force: true });
  writeFileSync(cluster.passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  own(user, cluster.draftDir);
  own(user, cluster.passwordFile);
  await initdb(cluster, user, binaries);
  renameSync(cluster.draftDir, cluster.dir);
}

/** True when a cluster is there and `binaries` can run it. */
export function clusterExists(cluster: Cluster, binaries: Binaries): boolean {
  if (!existsSync(cluster.dir)) return false;
  const major = readFileSync(join(cluster.dir, 'PG_VERSION'), 'utf8').trim();
  if (major === binaries.major) return true;
  const message = `${cluster.dir} was made by PostgreSQL ${major}, but this release brings PostgreSQL ${binaries.major}.`;
  throw new EmbeddedPostgresError('wrong_major_version', `${message} Export with the older release, then import here.`);
}

export function readPassword(cluster: Cluster): string {
  try {
    return readFileSync(cluster.passwordFile, 'utf8').trim();
  } catch (cause) {
    const message = `The password of the embedded database cannot be read from ${cluster.passwordFile}.`;
    throw new EmbeddedPostgresError('password_missing', message, { cause });
  }
}

function own(user: DatabaseUser, path: string): void {
  if (user.ids.uid !== undefined && user.ids.gid !== undefined) chownSync(path, user.ids.uid, user.ids.gid);
}

async function initdb(cluster: Cluster, user: DatabaseUser, binaries: Binaries): Promise<void> {
  const { cwd, argument } = dataDirArguments(user, cluster.draftDir);
  const options = ['--auth=scram-sha-256', `--username=${SUPERUSER}`, '--pwfile=/dev/stdin', '--encoding=UTF8'];
  const locale = ['--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  // Handed over as an open file: the database user may have no way to its path.
  const password = openSync(cluster.passwordFile, 'r');
  try {
    const child = spawn(binaries.initdb, ['-D', argument, ...options, ...locale], {
      ...user.ids,
      cwd,
      env: { PATH: process.env.PATH, LANG: 'C' },
      stdio: [password, 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code !== 0) throw new EmbeddedPostgresError('initdb_failed', `initdb ended with ${code}:\n${output.trim()}`);
  } finally {
    closeSync(password);
  }
}
