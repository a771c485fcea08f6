import { once } from 'node:events';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';

/** Listens with room for one waiting connection, and then never accepts any: its thread sleeps. */
const SLEEPER = `
  const { createServer } = require('node:net');
  const { parentPort } = require('node:worker_threads');
  const server = createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });
`;
/** What Linux lets wait at a backlog of one. */
const WAITING = 2;

/**
 * A port on loopback whose process hangs. Connections are opened by the kernel and never heard of again. `full`: further
 * ones are neither accepted nor refused, as behind a firewall that drops, since Linux ignores the SYN while the queue is full.
 */
export async function startSleeper(full: boolean): Promise<{ url: string; close(): Promise<void> }> {
  const worker = new Worker(SLEEPER, { eval: true });
  const [port] = (await once(worker, 'message')) as [number];
  const waiting = Array.from({ length: full ? WAITING : 0 }, () => connect({ host: '127.0.0.1', port }));
  await Promise.all(waiting.map((socket) => once(socket, 'connect')));
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    async close() {
      for (const socket of waiting) socket.destroy();
      await worker.terminate();
    },
  };
}
