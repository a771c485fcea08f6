import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { listenForParent } from './listen-for-parent.ts';

/**
 * A cheap MCP server of both eras in a process of its own, so that only the client's work is measured. Ten tools, half of
 * them with an outputSchema. With a key and a certificate (PEM) as arguments it speaks TLS.
 */
const schema = (properties: number) => ({
  type: 'object',
  properties: Object.fromEntries(
    Array.from({ length: properties }, (_, p) => [
      `parameter_${p}`,
      { type: 'string', description: 'What it is about '.repeat(3) },
    ]),
  ),
  required: ['parameter_0'],
});
const TOOLS = Array.from({ length: 10 }, (_, i) => ({
  name: `tool_${i}`,
  description: `Does thing number ${i}. `.repeat(12),
  inputSchema: schema(5),
  ...(i % 2 === 0 ? { outputSchema: schema(3) } : {}),
}));
const serverInfo = { name: 'canned', version: '1.0.0' };
const capabilities = { tools: {} };
const FRESHNESS = {
  resultType: 'complete',
  ttlMs: 60_000,
  cacheScope: 'public',
  _meta: { 'io.modelcontextprotocol/serverInfo': serverInfo },
};

/** Results as text: a request costs this process as little as can be. */
const LEGACY = new Map([
  ['initialize', JSON.stringify({ protocolVersion: '2025-11-25', capabilities, serverInfo })],
  ['tools/list', JSON.stringify({ tools: TOOLS })],
]);
const MODERN = new Map([
  ['server/discover', JSON.stringify({ ...FRESHNESS, supportedVersions: ['2026-07-28'], capabilities })],
  ['tools/list', JSON.stringify({ ...FRESHNESS, tools: TOOLS })],
]);

/** Paths `/mcp/<number>` that were told to fail, by a POST to `/fall/<number>`: the even ones say so, the odd ones hang up. */
const fallen = new Set<string>();
const fail = (path: string, response: ServerResponse) =>
  Number(path.split('/').at(-1)) % 2 === 0 ? response.writeHead(503).end() : response.destroy();

const handle: RequestListener = (request, response) => {
  let text = '';
  request.on('data', (chunk: Buffer) => {
    text += chunk;
  });
  request.on('end', () => {
    if (request.url === '/health') return response.end('ok');
    if (request.method !== 'POST') return response.writeHead(405).end();
    const path = request.url ?? '';
    if (path.startsWith('/fall/')) return response.end(String(fallen.add(path.replace('fall', 'mcp')).size));
    if (fallen.has(path)) return fail(path, response);
    const { id, method, params } = JSON.parse(text);
    if (id === undefined) return response.writeHead(202).end();
    const result = (params?._meta?.['io.modelcontextprotocol/protocolVersion'] ? MODERN : LEGACY).get(method);
    return result === undefined ? response.writeHead(400).end() : answer(response, id, result);
  });
};
const answer = (response: ServerResponse, id: number, result: string) =>
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(`{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${result}}`);
const [key, cert] = process.argv.slice(2);
const server = key === undefined ? createServer(handle) : createTlsServer({ key, cert }, handle);
server.listen(0, '127.0.0.1', () => listenForParent(server));
