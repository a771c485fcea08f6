import { createPostgresBackend, type Processor, Queue, runMigrations, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';

/** Where the queues live. The two are the same to everything above this file. */
export type QueueStore = { kind: 'redis'; url: string } | { kind: 'postgres'; url: string };

export type JobQueue<T> = Pick<Queue<T>, 'addBulk' | 'upsertJobScheduler' | 'getJobSchedulersCount' | 'close'>;
export type JobWorker = Pick<Worker, 'close'>;

export type Backend = {
  /** Readies the store; safe to call from every process at start. */
  prepare(): Promise<void>;
  queue<T>(name: string): JobQueue<T>;
  worker<T>(name: string, process: Processor<T>, concurrency: number): JobWorker;
  isReady(): boolean;
  close(): Promise<void>;
};

/** The Redis Cluster hash tag keeps all keys of the queues in one slot, as BullMQ's scripts need it. */
const PREFIX = '{alivemcp}';
const POOL_SIZE = 4;
/** Nobody reads what the queues tell of each job: as little as possible of it is kept. */
const STREAMS = { events: { maxLen: 100 } };
const PATIENCE_MS = 5_000;

export function createBackend(store: QueueStore, onError: (error: Error) => void): Backend {
  return store.kind === 'redis' ? redisBackend(store.url, onError) : postgresBackend(store.url, onError);
}

function redisBackend(url: string, onError: (error: Error) => void): Backend {
  const connection = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  connection.on('error', onError);
  return {
    prepare: async () => {
      const { host, port } = connection.options;
      await inTime(connection.ping(), `Redis at ${host}:${port} does not answer`);
    },
    queue: <T>(name: string) =>
      new Queue<T>(name, { connection, prefix: PREFIX, streams: STREAMS }).on('error', onError),
    worker: <T>(name: string, process: Processor<T>, concurrency: number) =>
      new Worker<T>(name, process, { connection, prefix: PREFIX, concurrency }).on('error', onError),
    isReady: () => connection.status === 'ready',
    close: async () => {
      connection.disconnect();
    },
  };
}

/** A connection tries for ever; whoever starts wants to know. */
async function inTime(work: Promise<unknown>, otherwise: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), PATIENCE_MS);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function postgresBackend(url: string, onError: (error: Error) => void): Backend {
  const connection = { connectionString: url, max: POOL_SIZE, application_name: 'alivemcp queue' };
  return {
    prepare: async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        await runMigrations(client);
      } finally {
        await client.end();
      }
    },
    queue: <T>(name: string) => {
      const queue = new Queue(name, { connection, prefix: PREFIX, streams: STREAMS }, createPostgresBackend);
      queue.on('error', onError);
      return queue as unknown as JobQueue<T>;
    },
    worker: <T>(name: string, process: Processor<T>, concurrency: number) => {
      const options = { connection, prefix: PREFIX, concurrency };
      const worker = new Worker(name, process as Processor, options, createPostgresBackend);
      worker.on('error', onError);
      return worker as unknown as JobWorker;
    },
    // Whoever holds jobs in PostgreSQL holds everything else there too, and notices by itself.
    isReady: () => true,
    close: async () => {},
  };
}
