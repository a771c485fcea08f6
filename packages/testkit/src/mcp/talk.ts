import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Behaviour, SAMPLE_TOOLS } from './behaviour.ts';
import { type RpcRequest, sendError, sendMessage } from './respond.ts';

export type TalkState = {
  sessions: Set<string>;
  streams: Map<string, ServerResponse>;
  /** Cursors refused under the present behaviour. */
  refusedCursors: number;
};

const MODERN = '2026-07-28';
const serverInfo = (b: Behaviour): unknown =>
  'serverInfo' in b ? b.serverInfo : { name: 'fixture', version: '1.0.0' };
const capabilities = (b: Behaviour): unknown =>
  'capabilities' in b ? b.capabilities : { tools: { listChanged: true } };

/** The healthy answer to a JSON-RPC request; null for a method this server does not know. */
function resultOf(b: Behaviour, rpc: RpcRequest, modern: boolean): Record<string, unknown> | null {
  if (rpc.method === 'initialize')
    return drop({
      protocolVersion: 'protocolVersion' in b ? b.protocolVersion : (rpc.params.protocolVersion ?? '2025-11-25'),
      capabilities: capabilities(b),
      serverInfo: serverInfo(b),
      instructions: b.instructions,
    });
  const meta = modern
    ? {
        resultType: 'complete',
        ttlMs: 60_000,
        cacheScope: 'public',
        _meta: { 'io.modelcontextprotocol/serverInfo': serverInfo(b) },
      }
    : {};
  if (rpc.method === 'server/discover' && modern)
    return drop({
      ...meta,
      supportedVersions: 'supportedVersions' in b ? b.supportedVersions : [MODERN],
      capabilities: capabilities(b),
      instructions: b.instructions,
      ...b.modernResult,
    });
  if (rpc.method === 'tools/list') return drop({ ...meta, ...page(b, rpc), ...(modern ? b.modernResult : {}) });
  return rpc.method === 'ping' ? {} : null;
}

function page(b: Behaviour, rpc: RpcRequest): Record<string, unknown> {
  const tools = 'tools' in b ? b.tools : SAMPLE_TOOLS;
  if (b.loop) return { tools, nextCursor: 'again' };
  if (!Array.isArray(tools) || b.pageSize === undefined) return { tools };
  const from = Number(rpc.params.cursor ?? 0);
  const to = from + b.pageSize;
  return { tools: tools.slice(from, to), ...(to < tools.length ? { nextCursor: String(to) } : {}) };
}

const drop = (o: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined));

/** Streamable HTTP, any era. */
export function talkHttp(b: Behaviour, state: TalkState, req: IncomingMessage, res: ServerResponse, rpc: RpcRequest) {
  const version = req.headers['mcp-protocol-version'];
  const isModern = version === MODERN || rpc.method === 'server/discover';
  const era = b.era ?? 'legacy';
  if (isModern && era === 'legacy' && !b.ambiguous)
    return sendError(res, 400, null, -32000, 'Bad Request: Unsupported protocol version');
  if (!isModern && era === 'modern')
    return sendError(res, 400, rpc.id ?? null, -32022, 'Unsupported protocol version', { supported: [MODERN] });
  const session = req.headers['mcp-session-id'];
  const stateful = b.session !== false && !isModern;
  if (stateful && rpc.method !== 'initialize' && !state.sessions.has(String(session))) {
    const status = b.loseSession ?? (session === undefined ? 400 : 404);
    return sendError(res, status, null, -32001, 'Session not found');
  }
  if (rpc.id === undefined) {
    res.writeHead(202);
    res.end();
    return;
  }
  if ('cursor' in rpc.params && state.refusedCursors < (b.staleCursors ?? 0)) {
    state.refusedCursors++;
    return sendError(res, 200, rpc.id, -32602, 'Invalid cursor');
  }
  const result = resultOf(b, rpc, isModern && era !== 'legacy');
  if (result === null)
    return sendError(res, isModern && era !== 'legacy' ? 404 : 200, rpc.id, -32601, 'Method not found');
  const headers: Record<string, string> = {};
  if (stateful && rpc.method === 'initialize') {
    const id = randomUUID();
    headers['mcp-session-id'] = id;
    if (b.loseSession === undefined) state.sessions.add(id);
  }
  sendMessage(res, b, { jsonrpc: '2.0', id: rpc.id, result }, headers);
}

/** HTTP+SSE: the stream of a GET. */
export function openStream(b: Behaviour, state: TalkState, req: IncomingMessage, res: ServerResponse) {
  const id = randomUUID();
  res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  res.flushHeaders();
  if (b.sse === 'no-endpoint') {
    res.write('event: hello\ndata: there\n\n');
    return;
  }
  const base = b.sse === 'foreign-endpoint' ? 'https://elsewhere.example.test' : '';
  res.write(`event: endpoint\ndata: ${base}/messages?sessionId=${id}\n\n`);
  state.streams.set(id, res);
  req.socket.on('close', () => state.streams.delete(id));
}

/** HTTP+SSE: a POST to the endpoint, answered on the stream. */
export function talkSse(b: Behaviour, state: TalkState, id: string, res: ServerResponse, rpc: RpcRequest): void {
  const stream = state.streams.get(id);
  if (stream === undefined || b.sse === 'post-lost') {
    res.writeHead(404, { 'content-type': 'text/plain' });
    res.end('Session not found');
    return;
  }
  res.writeHead(202);
  res.end('Accepted');
  if (rpc.id === undefined || b.sse === 'mute') return;
  const result = resultOf(b, rpc, false);
  const message =
    result === null
      ? { jsonrpc: '2.0', id: rpc.id, error: { code: -32601, message: 'Method not found' } }
      : { jsonrpc: '2.0', id: rpc.id, result };
  // Real servers send notifications first.
  stream.write('event: message\ndata: {"jsonrpc":"2.0","method":"notifications/tools/list_changed"}\n\n');
  stream.write(`event: message\ndata: ${JSON.stringify(message)}\n\n`);
}
