import { createServer as createHttp, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TlsOptions } from 'node:tls';
import { refuse, serveAuth } from './auth.ts';
import type { Behaviour, Recorded } from './behaviour.ts';
import { strike } from './faults.ts';
import { type RpcRequest, sendError } from './respond.ts';
import { openStream, type TalkState, talkHttp, talkSse } from './talk.ts';

export type Fixture = {
  url: string;
  port: number;
  /** Everything received since the start or the last `requests.length = 0`. */
  requests: Recorded[];
  /** Open connections. */
  readonly connections: number;
  /** Connections opened since the start or the last `opened = 0`. */
  opened: number;
  /** Replaces the whole behaviour from the next request on. */
  set(behaviour: Behaviour): void;
  setTools(tools: unknown): void;
  /** Forgets issued tokens, as a restarted server would. */
  forgetTokens(): void;
  close(): Promise<void>;
};

export type FixtureOptions = { tls?: TlsOptions; host?: string; port?: number };

/** A small MCP server on loopback that behaves as it is told, well or badly, and can change its mind at run time. */
export async function startFixture(behaviour: Behaviour = {}, options: FixtureOptions = {}): Promise<Fixture> {
  let current = behaviour;
  let struck = 0;
  const requests: Recorded[] = [];
  const sockets = new Set<Socket>();
  const state: TalkState = { sessions: new Set(), streams: new Map(), refusedCursors: 0 };
  const auth = { issued: new Set<string>() };
  let origin = '';
  let opened = 0;

  const handle = async (req: IncomingMessage, res: ServerResponse) => {
    const now = current;
    const body = await readAll(req);
    const rpc = parse(body);
    const method = req.method ?? '';
    const path = req.url ?? '/';
    requests.push({ method, path, headers: req.headers, body, rpc: rpc?.method ?? null });
    if (now.auth && serveAuth(now.auth, auth, origin, req, res, body)) return;
    if (path.startsWith('/.well-known/')) return sendError(res, 404, null, -32000, 'Not found');
    if (now.delayMs) await sleep(now.delayMs);
    if (now.close) res.setHeader('connection', 'close');
    const struckHere = now.at === undefined ? method === 'POST' : [rpc?.method, method].includes(now.at);
    if (now.fault !== undefined && struckHere && (now.times === undefined || struck < now.times)) {
      struck++;
      return strike(now.fault, req, res, rpc);
    }
    if (now.auth && refuse(now.auth, auth, origin, req, res, rpc?.method ?? null)) return;
    route(now, state, method, path, req, res, rpc);
  };

  const listener: RequestListener = (req, res) => {
    handle(req, res).catch(() => res.destroy());
  };
  const server = options.tls ? createHttps(options.tls, listener) : createHttp(listener);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    opened++;
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  });
  server.on('tlsClientError', () => {});
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
  });
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  origin = `${options.tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`;

  return {
    url: `${origin}/mcp`,
    port,
    requests,
    get connections() {
      return sockets.size;
    },
    get opened() {
      return opened;
    },
    set opened(count) {
      opened = count;
    },
    set(next) {
      current = next;
      struck = 0;
      state.refusedCursors = 0;
    },
    setTools(tools) {
      current = { ...current, tools };
    },
    forgetTokens: () => auth.issued.clear(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function route(
  b: Behaviour,
  state: TalkState,
  method: string,
  path: string,
  req: IncomingMessage,
  res: ServerResponse,
  rpc: RpcRequest | null,
) {
  if (b.transport === 'sse') {
    const session = new URL(path, 'http://fixture').searchParams.get('sessionId');
    if (method === 'GET') return openStream(b, state, req, res);
    if (method === 'POST' && session !== null && rpc !== null) return talkSse(b, state, session, res, rpc);
    return plain(res, method === 'POST' ? 404 : 405);
  }
  if (method === 'DELETE') return plain(res, state.sessions.delete(String(req.headers['mcp-session-id'])) ? 200 : 404);
  if (method !== 'POST') return plain(res, 405);
  if (rpc === null) return sendError(res, 400, null, -32700, 'Parse error');
  talkHttp(b, state, req, res, rpc);
}

const plain = (res: ServerResponse, status: number): void => {
  res.writeHead(status, { 'content-type': 'text/plain' });
  res.end();
};

async function readAll(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function parse(body: string): RpcRequest | null {
  try {
    const value = JSON.parse(body) as { id?: number; method?: unknown; params?: Record<string, unknown> };
    return typeof value.method === 'string' ? { id: value.id, method: value.method, params: value.params ?? {} } : null;
  } catch {
    return null;
  }
}
