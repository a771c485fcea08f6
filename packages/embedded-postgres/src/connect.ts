import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Runs `work` on one connection of its own. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A server dying under an open connection must not become an uncaught exception.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

// "The database system is starting up / shutting down", and everything the socket says while nobody listens yet.
const NOT_YET = ['57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'];

/**
 * Waits until the server answers a query. Resolves false when `stillAlive` turns false or the time is over;
 * throws on an answer that waiting does not change, such as a wrong password.
 */
export async function waitUntilAnswering(url: string, stillAlive: () => boolean, timeoutMs = 60_000): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (stillAlive() && performance.now() < deadline) {
    try {
      await withConnection(url, (client) => client.query('select 1'));
      return true;
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (!NOT_YET.includes(code ?? '') && !/terminated|timeout/i.test(message)) throw error;
    }
    await sleep(20);
  }
  return false;
}
