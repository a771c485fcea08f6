import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A cheap MCP server in a process of its own, so that only the client's work is measured. Tells its port to its parent. */
const TOOLS = Array.from({ length: 10 }, (_, i) => ({
  name: `tool_${i}`,
  description: `Does thing number ${i}. `.repeat(12),
  inputSchema: {
    type: 'object',
    properties: Object.fromEntries(
      Array.from({ length: 5 }, (_, p) => [
        `parameter_${p}`,
        { type: 'string', description: 'What it is about '.repeat(3) },
      ]),
    ),
    required: ['parameter_0'],
  },
}));
const SERVER_INFO = { name: 'canned', version: '1.0.0' };
const LEGACY = { protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: SERVER_INFO };

const server = createServer((request, response) => {
  let text = '';
  request.on('data', (chunk: Buffer) => {
    text += chunk;
  });
  request.on('end', () => {
    if (request.method !== 'POST') return response.writeHead(405).end();
    const { id, method } = JSON.parse(text);
    if (method === 'initialize') return answer(response, id, LEGACY);
    if (method === 'tools/list') return answer(response, id, { tools: TOOLS });
    if (id === undefined) return response.writeHead(202).end();
    return response.writeHead(400).end();
  });
});
const answer = (response: ServerResponse, id: unknown, result: object) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ jsonrpc: '2.0', id, result }));
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
