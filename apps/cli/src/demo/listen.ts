import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Handler } from './json-rpc.ts';

const HOST = '127.0.0.1';

export type Listener = {
  port: number;
  /** Opens or closes the port as `listens` now says. */
  settle(): Promise<void>;
  close(): Promise<void>;
};

/** Serves `handle` on a port of loopback, as long as `listens` says so. Throws EADDRINUSE when the port is taken. */
export async function listen(port: number, handle: Handler, listens: () => boolean = () => true): Promise<Listener> {
  const server = createServer(async (req, res) => {
    try {
      await handle(req, res);
    } catch {
      res.destroy();
    }
  });
  const open = async (at: number) => {
    server.listen(at, HOST);
    await once(server, 'listening');
  };
  const close = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  await open(port);
  const bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    settle: async () => {
      if (listens() === server.listening) return;
      if (server.listening) await close();
      else await open(bound);
    },
    close,
  };
}
