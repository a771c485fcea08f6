import { connect } from 'node:net';
import { askTestServices } from './services/ask.ts';
import { spawnRedis } from './services/redis-server.ts';

export type TestRedis = { url: string; stop(): Promise<void> };

/** An empty logical database on the run's one real Redis; `stop` empties it again. */
export async function startRedis(): Promise<TestRedis> {
  const { port, database } = await askTestServices('redis');
  return {
    url: `redis://127.0.0.1:${port}/${database}`,
    stop: () => send(port, [`SELECT ${database}`, 'FLUSHDB', 'QUIT']),
  };
}

/** A Redis process for one test alone, which may kill it. `port` brings one back at its old address. */
export async function startPrivateRedis(options: { port?: number } = {}): Promise<TestRedis & { pid: number }> {
  const server = await spawnRedis(options.port);
  return { url: `redis://127.0.0.1:${server.port}/0`, pid: server.pid, stop: server.stop };
}

function send(port: number, commands: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(commands.map((line) => `${line}\r\n`).join('')));
    socket.on('data', () => {});
    socket.once('close', () => resolve());
    socket.once('error', reject);
  });
}
