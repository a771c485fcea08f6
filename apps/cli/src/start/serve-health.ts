import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from '@alivemcp/telemetry';

/** `/healthz` and `/metrics` of a process that serves nothing else. */
export async function serveHealth(listen: { host: string; port: number }, metrics: Metrics) {
  const server = createServer(async (request, response) => {
    if (request.url === '/healthz') return response.end('ok\n');
    if (request.url !== '/metrics') return response.writeHead(404).end();
    const text = await metrics.render();
    response.setHeader('content-type', metrics.contentType).end(text);
  });
  server.listen(listen.port, listen.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${listen.host}:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
