import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { type Cluster, connectionUrl, dataDirArguments } from './cluster.ts';
import { waitUntilAnswering } from './connect.ts';
import type { DatabaseUser } from './database-user.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { freePort } from './free-port.ts';
import { clusterName, isAlive, isPostmasterOf, readPostmasterFile } from './postmaster-file.ts';
import { serverArguments } from './server-settings.ts';

export type Running = { pid: number; port: number };

const ATTEMPTS = 8;

/** The server a killed parent left behind, once it has answered a real connection; null when there is none. */
export async function findRunning(cluster: Cluster, password: string): Promise<Running | null> {
  const file = readPostmasterFile(cluster.dir);
  if (!file) return null;
  const alive = () => isPostmasterOf(file.pid, cluster.dir);
  if (!alive()) {
    // PostgreSQL clears a stale file itself unless the number now belongs to another process.
    if (isAlive(file.pid)) rmSync(join(cluster.dir, 'postmaster.pid'), { force: true });
    return null;
  }
  if (file.port === null) return null;
  const answers = await waitUntilAnswering(connectionUrl(password, file.port, 'postgres'), alive);
  return answers ? { pid: file.pid, port: file.port } : null;
}

/** Starts a server and waits until it answers. `fixedPort` keeps the address of one that has just died. */
export async function launch(
  cluster: Cluster,
  user: DatabaseUser,
  binaries: Binaries,
  password: string,
  options: { settings?: Record<string, string>; fixedPort?: number } = {},
): Promise<Running> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const port = options.fixedPort ?? (await freePort());
    const settings = { ...options.settings, cluster_name: clusterName(cluster.dir) };
    const server = spawnServer(cluster, user, binaries, serverArguments(port, settings));
    const answers = await waitUntilAnswering(connectionUrl(password, port, 'postgres'), server.alive);
    if (answers) return { pid: server.pid, port };
    // Gone by the next try: a port taken in between, or the last children of a killed server.
    if (!/already in use|still in use|already exists/i.test(logText(cluster))) break;
    await sleep(250 * attempt);
  }
  const log = logText(cluster).trim().split('\n').slice(-10).join('\n');
  throw new EmbeddedPostgresError('start_failed', `PostgreSQL did not start. The end of ${cluster.logFile}:\n${log}`);
}

function spawnServer(cluster: Cluster, user: DatabaseUser, binaries: Binaries, args: string[]) {
  renameIfThere(cluster.logFile, `${cluster.logFile}.previous`);
  const log = openSync(cluster.logFile, 'w', 0o600);
  const { cwd, argument } = dataDirArguments(user, cluster.dir);
  // Its own session: Ctrl-C in the terminal is for the product, which stops the database last.
  const child = spawn(binaries.postgres, ['-D', argument, ...args], {
    ...user.ids,
    cwd,
    env: { PATH: process.env.PATH, LANG: 'C' },
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended = false;
  let failure: Error | undefined;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', (error) => {
    failure = error;
    ended = true;
  });
  child.unref();
  const alive = () => {
    if (failure) throw new EmbeddedPostgresError('start_failed', `PostgreSQL cannot be run: ${failure.message}`);
    return !ended;
  };
  return { pid: child.pid ?? -1, alive };
}

function logText(cluster: Cluster): string {
  return readFileSync(cluster.logFile, 'utf8');
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // The first start has no earlier log to keep.
  }
}
