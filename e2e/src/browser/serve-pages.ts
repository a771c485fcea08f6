import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ServedPage = { body: string; type?: string; policy?: string };

/** A site on loopback made of the given pages; every other path is a 404. */
export async function servePages(pages: Record<string, ServedPage>) {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    if (!page) return response.writeHead(404).end();
    response.setHeader('content-type', page.type ?? 'text/html; charset=utf-8');
    if (page.policy) response.setHeader('content-security-policy', page.policy);
    return response.end(page.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
