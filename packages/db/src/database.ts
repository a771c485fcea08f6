import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { isDeadlock } from './queries/sql-state.ts';

/** The pool or a transaction: every query function takes one as its first argument. */
export type Db = Pick<
  NodePgDatabase & { $client: pg.Pool | pg.ClientBase },
  'select' | 'selectDistinct' | 'selectDistinctOn' | 'insert' | 'update' | 'delete' | 'execute' | '$client'
>;

export type Database = {
  db: Db;
  /** Runs `work` in one transaction; a throw rolls back. Of two that block each other one is rolled back and run again. */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /**
   * Calls `onNotify` for every NOTIFY on `channel`, reconnecting by itself; `onGap` after each reconnect, since what was told
   * meanwhile is lost. Returns the way to stop; rejects when the first connection fails.
   */
  listen(channel: string, onNotify: (payload: string) => void, onGap?: () => void): Promise<() => Promise<void>>;
  ping(): Promise<void>;
  close(): Promise<void>;
};

const RECONNECT_MS = 1_000;

/** Opens a pool. Connections are made when first needed; a lost one is replaced. */
export function openDatabase(url: string, options: { max?: number; onError?: (error: Error) => void } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: 'alivemcp',
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    connectionTimeoutMillis: 10_000,
  });
  let closing = false;
  // A pool says that it has ended before its connections have: what they still say then is of no interest.
  const onError = (error: Error) => {
    if (!closing) options.onError?.(error);
  };
  pool.on('error', onError);
  // The pool listens only to idle connections; one that dies in the middle of a transaction would end the process.
  pool.on('connect', (client) => client.on('error', onError));
  const db = drizzle(pool);
  return {
    db,
    transaction: (work) => retryDeadlock(() => inTransaction(pool, work)),
    listen: (channel, onNotify, onGap) => listen(url, channel, { onNotify, onGap, onError }),
    ping: async () => void (await pool.query('select 1')),
    close: () => {
      closing = true;
      return pool.end();
    },
  };
}

/** Not Drizzle's own: that one never gives a connection back on which `begin` fails, and the pool runs dry. */
async function inTransaction<T>(pool: pg.Pool, work: (tx: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(drizzle(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((reason: Error) => {
      broken = reason;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

const DEADLOCK_TRIES = 5;

async function retryDeadlock<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === DEADLOCK_TRIES || !isDeadlock(error)) throw error;
    }
  }
}

type Listener = {
  onNotify: (payload: string) => void;
  onGap: (() => void) | undefined;
  onError: (error: Error) => void;
};

async function listen(
  url: string,
  channel: string,
  { onNotify, onGap, onError }: Listener,
): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const connect = async () => {
    const next = new pg.Client({
      connectionString: url,
      application_name: `alivemcp listen ${channel}`,
      keepAlive: true,
    });
    next.on('notification', (message) => onNotify(message.payload ?? ''));
    next.on('error', onError);
    next.on('end', () => {
      if (!stopped) timer = setTimeout(() => void connect().then(onGap, onError), RECONNECT_MS);
    });
    client = next;
    await next.connect();
    await next.query(`listen ${pg.escapeIdentifier(channel)}`);
  };

  const stop = async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end();
  };
  await connect().catch(async (error: unknown) => {
    // Nobody would hold the way to stop.
    await stop().catch(() => {});
    throw error;
  });
  return stop;
}
