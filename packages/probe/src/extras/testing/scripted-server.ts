import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Era, ProbeTarget, Transport } from '@alivemcp/contracts';

export type Asked = {
  verb: string;
  method: string;
  params: Record<string, unknown>;
  headers: IncomingMessage['headers'];
};

/** `before`: messages that come ahead of the reply, as SSE; `afterMs`: how long it takes. */
export type Answer =
  | { result: unknown; before?: unknown[]; afterMs?: number }
  | { error: { code: number; message: string; data?: unknown } }
  | { status: number; text?: string }
  | 'silence'
  | 'reset'
  | 'drip';

/** What is answered otherwise than by a healthy server, by method, `GET` or `DELETE`; undefined for the healthy answer. */
export type Script = {
  era?: Era;
  transport?: Transport;
  capabilities?: Record<string, unknown>;
  tools?: unknown[];
  on?: Record<string, (asked: Asked) => Answer | undefined>;
};

const MODERN = '2026-07-28';
const FRESH = { resultType: 'complete', ttlMs: 1000, cacheScope: 'public' };
const SERVER = { name: 'scripted', version: '1.0.0' };

/** An MCP server on loopback, of one era and transport, whose every answer a test can write. */
export async function startScripted(script: Script = {}) {
  const asked: Asked[] = [];
  const sockets = new Set<Socket>();
  const streams = new Map<string, ServerResponse>();
  const sessions = new Set<string>();
  let current = script;
  let last = 0;

  const healthy = ({ method, params, headers }: Asked): Answer => {
    const modern = current.era === 'modern';
    if (modern && headers['mcp-protocol-version'] !== MODERN)
      return { error: { code: -32022, message: 'Unsupported protocol version', data: { supported: [MODERN] } } };
    const capabilities = current.capabilities ?? { tools: {} };
    if (method === 'initialize')
      return { result: { protocolVersion: legacyVersion(params.protocolVersion), capabilities, serverInfo: SERVER } };
    if (method === 'server/discover')
      return modern ? { result: { ...FRESH, supportedVersions: [MODERN], capabilities } } : { status: 404 };
    const result = method === 'tools/list' ? { tools: current.tools ?? [] } : null;
    if (result === null) return { error: { code: -32601, message: 'Method not found' } };
    return { result: modern ? { ...FRESH, ...result } : result };
  };

  const server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    const rpc = (body.startsWith('{') ? JSON.parse(body) : {}) as { id?: number; method?: string; params?: never };
    const verb = req.method ?? '';
    const one: Asked = { verb, method: rpc.method ?? '', params: rpc.params ?? {}, headers: req.headers };
    asked.push(one);
    const answer = current.on?.[verb === 'POST' ? one.method : verb]?.(one);
    if (answer === undefined && verb === 'GET' && current.transport === 'sse') {
      const id = String(++last);
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.write(`event: endpoint\ndata: /messages?sessionId=${id}\n\n`);
      streams.set(id, res);
      return;
    }
    if (answer === undefined && verb === 'DELETE') {
      const known = sessions.delete(String(req.headers['mcp-session-id']));
      return void res.writeHead(known ? 200 : 404).end();
    }
    if (answer === undefined && verb !== 'POST') return void res.writeHead(405).end();
    const stream = streams.get(new URL(req.url ?? '', 'http://scripted').searchParams.get('sessionId') ?? '');
    if (current.transport === 'sse' && stream === undefined) return void res.writeHead(404).end();
    if (stream !== undefined) res.writeHead(202).end();
    if (rpc.id === undefined && answer === undefined) {
      if (stream === undefined) res.writeHead(202).end();
      return;
    }
    const reply = answer ?? healthy(one);
    if (one.method === 'initialize' && stream === undefined && typeof reply === 'object' && 'result' in reply) {
      sessions.add(String(++last));
      res.setHeader('mcp-session-id', String(last));
    }
    if (typeof reply === 'object' && 'afterMs' in reply) await sleep(reply.afterMs);
    send(reply, rpc.id ?? null, req, stream ?? res, stream !== undefined);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    asked,
    /** Connections, and sessions that nobody has ended. */
    left: () => ({ connections: sockets.size, sessions: sessions.size }),
    set(next: Script): void {
      current = next;
      asked.length = 0;
      sessions.clear();
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type Scripted = Awaited<ReturnType<typeof startScripted>>;

/** All three ways to speak, as what is known of the server, so that nothing is detected. */
export const WAYS: { name: string; script: Script; known: ProbeTarget['known'] }[] = [
  {
    name: 'legacy',
    script: { era: 'legacy' },
    known: { version: '2025-11-25', era: 'legacy', transport: 'streamable-http' },
  },
  {
    name: 'modern',
    script: { era: 'modern' },
    known: { version: MODERN, era: 'modern', transport: 'streamable-http' },
  },
  { name: 'HTTP+SSE', script: { transport: 'sse' }, known: { version: '2024-11-05', era: 'legacy', transport: 'sse' } },
];

const legacyVersion = (asked: unknown): unknown =>
  ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'].includes(String(asked)) ? asked : '2025-11-25';

function send(answer: Answer, id: number | null, req: IncomingMessage, res: ServerResponse, stream: boolean): void {
  if (answer === 'silence') return;
  if (answer === 'reset') return void req.socket.resetAndDestroy();
  if (answer === 'drip') {
    if (!stream) res.writeHead(200, { 'content-type': 'text/event-stream' });
    const timer = setInterval(() => res.write(': still here\n\n'), 20);
    res.on('close', () => clearInterval(timer));
    return;
  }
  if ('status' in answer) {
    if (!stream) res.writeHead(answer.status, { 'content-type': 'text/plain' }).end(answer.text ?? '');
    return;
  }
  const before = 'result' in answer ? (answer.before ?? []) : [];
  const reply = { jsonrpc: '2.0', id, ...('result' in answer ? { result: answer.result } : answer) };
  if (before.length === 0 && !stream)
    return void res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
  if (!stream) res.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const message of [...before, reply]) res.write(`event: message\ndata: ${JSON.stringify(message)}\n\n`);
  if (!stream) res.end();
}
