import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@alivemcp/embedded-postgres';
import pg from 'pg';
import { createGate } from './gate.ts';

export type PrivatePostgres = {
  /** The same before and after it was away. */
  url: string;
  /** Asks it past the gate. */
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Locks a table against everybody until the returned function is called. */
  hold(table: string): Promise<() => Promise<void>>;
  /** Immediate shutdown: as in a crash, what was under way is lost, and the next start recovers. It stays away until `start`. */
  stopHard(): Promise<void>;
  start(): Promise<void>;
  /** Ends and removes it. */
  stop(): Promise<void>;
};

// A process that dies takes nothing from the system's own cache: only a power cut would need the disk.
const SETTINGS = { fsync: 'off' };

/** A PostgreSQL for one test file alone, which may kill it. */
export async function startPrivatePostgres(): Promise<PrivatePostgres> {
  // Named so that the next test run stops and removes it when this one is killed.
  const dataDir = await mkdtemp(join(tmpdir(), `alivemcp-test-pg-${process.pid}-`));
  const gate = await createGate();
  const launch = async () => {
    const postgres = await startPostgres({ dataDir, settings: SETTINGS });
    const pool = new pg.Pool({ connectionString: postgres.url, max: 2 });
    pool.on('error', () => {});
    await gate.open(postgres.port);
    return { postgres, pool };
  };
  let { postgres, pool } = await launch();
  const url = new URL(postgres.url);
  url.port = String(gate.port);
  const end = async () => {
    // Asked at once, before the supervisor notices that the server is gone.
    const stopped = postgres.stop();
    await gate.close();
    await pool.end();
    await stopped;
  };
  return {
    url: url.href,
    query: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await pool.query<Row>(text, values)).rows,
    async hold(table) {
      const client = await pool.connect();
      await client.query(`begin; lock table ${pg.escapeIdentifier(table)} in access exclusive mode`);
      return async () => {
        await client.query('rollback');
        client.release();
      };
    },
    async stopHard() {
      const file = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
      process.kill(Number(file.split('\n')[0]), 'SIGQUIT');
      await end();
    },
    async start() {
      ({ postgres, pool } = await launch());
    },
    async stop() {
      await end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
