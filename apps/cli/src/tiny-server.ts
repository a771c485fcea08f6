import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type TinyServer = { url: string; tools: unknown[]; headers: (string | undefined)[]; close(): void };

/** For tests: a legacy MCP server on loopback, as small as can be. With `token` it wants that bearer token. */
export async function startTinyServer({ token }: { token?: string } = {}): Promise<TinyServer> {
  const tools: unknown[] = [{ name: 'search', inputSchema: { type: 'object' } }];
  const tiny: TinyServer = { url: '', tools, headers: [], close: () => server.close() };
  const results: Record<string, () => unknown> = {
    initialize: () => ({
      protocolVersion: '2025-11-25',
      capabilities: { tools: {} },
      serverInfo: { name: 'tiny \u001b[31m', version: '1.0.0' },
    }),
    'tools/list': () => ({ tools: tiny.tools }),
  };
  const server = createServer(async (request, response) => {
    tiny.headers.push(request.headers.authorization);
    const body = (await request.toArray()).join('');
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`)
      return response.writeHead(401).end();
    if (request.method !== 'POST') return response.writeHead(405).end();
    const { id, method } = JSON.parse(body);
    if (id === undefined) return response.writeHead(202).end();
    const result = results[method]?.();
    const answer = result === undefined ? { error: { code: -32601, message: 'Method not found' } } : { result };
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ jsonrpc: '2.0', id, ...answer }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  tiny.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
  return tiny;
}
