import { mkdirSync, realpathSync } from 'node:fs';
import { findBinaries } from './binaries.ts';
import { clusterIn, connectionUrl, DATABASE } from './cluster.ts';
import { withConnection } from './connect.ts';
import { clusterExists, createCluster, readPassword } from './create-cluster.ts';
import { databaseUser } from './database-user.ts';
import { findRunning, launch } from './launch.ts';
import { stopServer } from './stop-server.ts';
import { supervise } from './supervise.ts';

export type StartPostgresOptions = {
  /** The product's data directory; the database lives in its `postgres` folder. */
  dataDir: string;
  log?: { info(text: string): void; warn(text: string): void };
  /** Progress for people: one short text a step. */
  onStep?: (text: string) => void;
  /** Server settings over the built-in ones; tests switch durability off. */
  settings?: Record<string, string>;
};

export type EmbeddedPostgres = {
  url: string;
  port: number;
  /** True when a server outlived its killed parent and was taken over. */
  reused: boolean;
  stop(): Promise<void>;
};

/**
 * Runs the embedded PostgreSQL on `dataDir`, creating it at first. A server that dies is started again at the same
 * address until `stop()`. Throws `EmbeddedPostgresError`. Hold `lockDataDir` first: it does not keep others out.
 */
export async function startPostgres(options: StartPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, onStep, settings } = options;
  const user = databaseUser();
  // Open for passing through, so that the database user gets to its own folder inside.
  mkdirSync(options.dataDir, { recursive: true, mode: user.ids.uid === undefined ? 0o700 : 0o711 });
  const cluster = clusterIn(realpathSync(options.dataDir));
  const binaries = findBinaries(user);
  if (!clusterExists(cluster, binaries)) {
    onStep?.('Creating the database');
    await createCluster(cluster, user, binaries);
  }
  const password = readPassword(cluster);

  const leftover = await findRunning(cluster, password);
  if (!leftover) onStep?.(`Starting PostgreSQL ${binaries.major}`);
  let server = leftover ?? (await launch(cluster, user, binaries, password, { settings }));
  const { port } = server;
  onStep?.(`PostgreSQL ${leftover ? 'was still running' : 'is running'} on port ${port}`);
  await createDatabase(connectionUrl(password, port, 'postgres'));

  const endSupervision = supervise(
    cluster.dir,
    () => server.pid,
    async () => {
      log?.warn(`PostgreSQL (process ${server.pid}) is gone; starting it again`);
      try {
        server = await launch(cluster, user, binaries, password, { settings, fixedPort: port });
        log?.info(`PostgreSQL runs again as process ${server.pid}`);
      } catch (error) {
        log?.warn((error as Error).message);
      }
    },
  );
  return {
    url: connectionUrl(password, port),
    port,
    reused: leftover !== null,
    stop: async () => {
      await endSupervision();
      await stopServer(server.pid, cluster.dir);
    },
  };
}

async function createDatabase(url: string): Promise<void> {
  await withConnection(url, async (client) => {
    const found = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
}
