import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { defaultPublicUrl } from '@alivemcp/config';

type Wanted = { host: string; port: number; publicUrl: string; publicUrlIsDefault: boolean };

/** Proves that the address can be listened on before anything is started, and makes port 0 a real one, also in the links. */
export async function settleAddress({ host, port, publicUrl, publicUrlIsDefault }: Wanted) {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  const bound = (server.address() as AddressInfo).port;
  server.close();
  await once(server, 'close');
  return { host, port: bound, publicUrl: publicUrlIsDefault ? defaultPublicUrl(host, bound) : publicUrl };
}
