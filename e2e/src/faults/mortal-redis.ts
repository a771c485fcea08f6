import { once } from 'node:events';
import { connect } from 'node:net';
import { startPrivateRedis } from '@alivemcp/testkit';

export type MortalRedis = {
  url: string;
  flush(): Promise<void>;
  kill(): void;
  /** At its old address, empty. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** A Redis for one test file alone, which may kill it. */
export async function startMortalRedis(): Promise<MortalRedis> {
  let redis = await startPrivateRedis();
  const { url } = redis;
  const port = Number(new URL(url).port);
  return {
    url,
    async flush() {
      const socket = connect(port, '127.0.0.1');
      socket.end('FLUSHALL\r\nQUIT\r\n');
      await once(socket.resume(), 'close');
    },
    kill: () => void process.kill(redis.pid, 'SIGKILL'),
    async start() {
      redis = await startPrivateRedis({ port });
    },
    stop: () => redis.stop(),
  };
}
