import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '@alivemcp/embedded-postgres';
import { migrate } from '@alivemcp/services';
import { startPrivateRedis } from '@alivemcp/testkit';
import pg from 'pg';

const CLI = fileURLToPath(new URL('../../apps/cli/bin/alivemcp.mjs', import.meta.url));
const START_MS = 60_000;

export type Installation = {
  database: pg.Client;
  databaseUrl: string;
  secretKey: Buffer;
  postgresPid: number;
  /** Starts `alivemcp <args>` as a user would; returns its pid once it runs. It is stopped with the rest. */
  run(args: string[], env?: Record<string, string>): Promise<number>;
  stop(): Promise<void>;
};

/** An empty installation on a durable PostgreSQL of its own, and on a Redis or with its queues in the database. */
export async function startInstallation(queues: 'redis' | 'postgres', regions: string[]): Promise<Installation> {
  const owned = new AsyncDisposableStack();
  let ended: Promise<void> | undefined;
  const stop = () => {
    ended ??= owned.disposeAsync();
    return ended;
  };
  // Nothing is left behind by who loses patience.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().finally(() => process.exit(130)));
  try {
    const dataDir = await mkdtemp(join(tmpdir(), 'alivemcp-bench-'));
    owned.defer(() => rm(dataDir, { recursive: true, force: true }));
    const postgres = await startPostgres({ dataDir });
    owned.defer(() => postgres.stop());
    await migrate(postgres.url);
    const database = new pg.Client({ connectionString: postgres.url });
    await database.connect();
    owned.defer(() => database.end());
    const redis = queues === 'redis' ? await startPrivateRedis() : null;
    if (redis) owned.defer(redis.stop);
    const secretKey = randomBytes(32);
    const env = {
      DATABASE_URL: postgres.url,
      ...(redis ? { REDIS_URL: redis.url } : {}),
      ALIVEMCP_SECRET_KEY: secretKey.toString('base64'),
      ALIVEMCP_REGIONS: regions.join(','),
      ALIVEMCP_EGRESS_ALLOW: '127.0.0.1/32',
      LOG_LEVEL: 'error',
      PORT: '0',
    };
    const file = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
    return {
      database,
      databaseUrl: postgres.url,
      secretKey,
      postgresPid: Number(file.split('\n')[0]),
      async run(args, own = {}) {
        const ownDir = join(dataDir, `process-${args.join('-')}-${own.ALIVEMCP_REGION ?? ''}`);
        const child = spawn(process.execPath, [CLI, ...args], {
          env: { ...process.env, ...env, ALIVEMCP_DATA_DIR: ownDir, ...own },
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        owned.defer(() => end(child));
        await running(child, args);
        return child.pid ?? -1;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function running(child: ChildProcess, args: string[]): Promise<void> {
  const said = new Promise<void>((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk;
      if (/ runs at http/.test(output)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`alivemcp ${args.join(' ')} ended with ${code}`)));
    setTimeout(() => reject(new Error(`alivemcp ${args.join(' ')} did not start`)), START_MS).unref();
  });
  await said;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
