import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { McpServer as McpServer2025 } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport as Http2025 } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { createMcpHandler, McpServer as McpServer2026 } from '@modelcontextprotocol/server';
import { McpServer as McpServer202411 } from 'mcp-sdk-2024-11/server/mcp.js';
import { SSEServerTransport } from 'mcp-sdk-2024-11/server/sse.js';
import { McpServer as McpServer202503 } from 'mcp-sdk-2025-03/server/mcp.js';
import { StreamableHTTPServerTransport as Http202503 } from 'mcp-sdk-2025-03/server/streamableHttp.js';
import { McpServer as McpServer202506 } from 'mcp-sdk-2025-06/server/mcp.js';
import { StreamableHTTPServerTransport as Http202506 } from 'mcp-sdk-2025-06/server/streamableHttp.js';

export const SDK_ERAS = [
  '2024-11-05',
  '2025-03-26',
  '2025-03-26-stateless',
  '2025-06-18',
  '2025-11-25',
  '2025-11-25-json',
  '2025-11-25-stateless',
  '2026-07-28',
  '2026-07-28-only',
] as const;
export type SdkEra = (typeof SDK_ERAS)[number];

export type SdkServer = { url: string; close(): Promise<void> };

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

const INFO = { name: 'sdk-server', version: '2.3.4' };
const answer = async () => ({ content: [{ type: 'text' as const, text: 'pong' }] });

/** An official SDK's own server of one era on loopback, with a single tool `ping`. */
export async function startSdkServer(era: SdkEra): Promise<SdkServer> {
  const handler = makeHandler(era);
  const sockets = new Set<Socket>();
  const server = createServer((req, res) => {
    handler(req, res).catch(() => res.destroy());
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/${era === '2024-11-05' ? 'sse' : 'mcp'}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function makeHandler(era: SdkEra): Handler {
  if (era === '2024-11-05') return sse();
  if (era === '2026-07-28') return modern('stateless');
  if (era === '2026-07-28-only') return modern('reject');
  const stateless = era.endsWith('stateless');
  const options = { sessionIdGenerator: stateless ? undefined : randomUUID, enableJsonResponse: era.endsWith('json') };
  const open = async (onSession: (id: string, transport: Transport) => void): Promise<Transport> => {
    let transport: Transport;
    const withSession = { ...options, onsessioninitialized: (id: string) => onSession(id, transport) };
    if (era.startsWith('2025-03')) {
      const http = new Http202503(withSession as ConstructorParameters<typeof Http202503>[0]);
      await addPing(new McpServer202503(INFO)).connect(http);
      transport = http;
    } else if (era.startsWith('2025-06')) {
      const http = new Http202506(withSession);
      await addPing(new McpServer202506(INFO)).connect(http);
      transport = http;
    } else {
      const http = new Http2025(withSession);
      // Optional members of this class are typed otherwise than those of the interface it implements.
      await addPing(new McpServer2025(INFO)).connect(http as Parameters<McpServer2025['connect']>[0]);
      transport = http;
    }
    return transport;
  };
  return streamable(open, stateless);
}

type Transport = { handleRequest(req: IncomingMessage, res: ServerResponse): Promise<void> };

const addPing = <S extends { tool(name: string, description: string, cb: typeof answer): unknown }>(server: S): S => {
  server.tool('ping', 'Answers pong', answer);
  return server;
};

/** One transport a session, or one a request where there are no sessions; as the SDK's examples do. */
function streamable(
  open: (onSession: (id: string, transport: Transport) => void) => Promise<Transport>,
  stateless: boolean,
): Handler {
  const sessions = new Map<string, Transport>();
  return async (req, res) => {
    const known = sessions.get(String(req.headers['mcp-session-id']));
    if (known === undefined && !stateless && req.headers['mcp-session-id'] !== undefined) {
      res.writeHead(404);
      res.end();
      return;
    }
    const transport = known ?? (await open((id, opened) => sessions.set(id, opened)));
    await transport.handleRequest(req, res);
    if (req.method === 'DELETE') sessions.delete(String(req.headers['mcp-session-id']));
  };
}

function sse(): Handler {
  const streams = new Map<string, SSEServerTransport>();
  return async (req, res) => {
    const url = new URL(req.url ?? '/', 'http://sdk');
    if (req.method === 'GET' && url.pathname === '/sse') {
      const transport = new SSEServerTransport('/messages', res);
      streams.set(transport.sessionId, transport);
      res.on('close', () => streams.delete(transport.sessionId));
      await addPing(new McpServer202411(INFO)).connect(transport);
      return;
    }
    const transport = streams.get(url.searchParams.get('sessionId') ?? '');
    if (req.method === 'POST' && url.pathname === '/messages' && transport !== undefined) {
      await transport.handlePostMessage(req, res);
      return;
    }
    res.writeHead(404);
    res.end('Not found');
  };
}

function modern(legacy: 'stateless' | 'reject'): Handler {
  const handler = createMcpHandler(
    () => {
      const server = new McpServer2026(INFO);
      server.registerTool('ping', { description: 'Answers pong' }, answer);
      return server;
    },
    { legacy },
  );
  return toNodeHandler(handler) as Handler;
}
