import { join } from 'node:path';
import { canReach, type DatabaseUser } from './database-user.ts';

export const SUPERUSER = 'alivemcp';
export const DATABASE = 'alivemcp';

/** The files of one embedded database inside the product's data directory. */
export type Cluster = { dataDir: string; dir: string; draftDir: string; passwordFile: string; logFile: string };

export function clusterIn(dataDir: string): Cluster {
  return {
    dataDir,
    dir: join(dataDir, 'postgres'),
    draftDir: join(dataDir, 'postgres.draft'),
    passwordFile: join(dataDir, 'postgres.password'),
    logFile: join(dataDir, 'postgres.log'),
  };
}

/**
 * The `-D` and working directory to start a PostgreSQL program with. Below a directory closed to the database user
 * (/root) the path itself leads nowhere for it, but its own working directory, entered before it gave up root, does.
 */
export function dataDirArguments(user: DatabaseUser, dir: string): { cwd: string; argument: string } {
  return { cwd: dir, argument: canReach(user, dir) ? dir : '/proc/self/cwd' };
}

export function connectionUrl(password: string, port: number, database = DATABASE): string {
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}
