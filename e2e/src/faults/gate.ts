import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export type Gate = {
  /** Stays the same, open or closed. */
  port: number;
  /** Lets connections through to this port of loopback. */
  open(target: number): Promise<void>;
  /** Cuts every connection and refuses new ones. */
  close(): Promise<void>;
};

/** A fixed address for a service that comes back elsewhere. Closed at first. */
export async function createGate(): Promise<Gate> {
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  const listen = async (target: number, port: number) => {
    server = createServer((near) => {
      const far = connect(target, '127.0.0.1');
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one);
        one.setNoDelay(true);
        one.on('error', () => {});
        one.on('close', () => {
          sockets.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const close = async () => {
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    server = undefined;
    for (const socket of sockets) socket.destroy();
    await closed;
  };

  const port = await listen(0, 0);
  await close();
  return { port, open: async (target) => void (await listen(target, port)), close };
}
