import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type VendorAnswer = { status: number; body?: string; headers?: Record<string, string> };

/** A receiver on loopback that notes what came and answers as it is told; echoes the path where `body` says `{{path}}`. */
export async function startVendor(answer: VendorAnswer) {
  const came: { path: string; headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const path = request.url ?? '';
    came.push({ path, headers: request.headers, body });
    response.writeHead(answer.status, answer.headers).end(answer.body?.replace('{{path}}', path));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    came,
    stop: () => {
      server.closeAllConnections();
      return new Promise<unknown>((resolve) => server.close(resolve));
    },
  };
}
