import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** Proves that the address can be listened on before anything is started, and makes port 0 a real one. */
export async function freeListenAddress({
  host,
  port,
}: {
  host: string;
  port: number;
}): Promise<{ host: string; port: number }> {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  const bound = (server.address() as AddressInfo).port;
  server.close();
  await once(server, 'close');
  return { host, port: bound };
}
