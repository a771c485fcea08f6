import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Behaviour } from './behaviour.ts';

export type RpcRequest = { id?: number | string; method: string; params: Record<string, unknown> };

/** Sends one JSON-RPC message as JSON or SSE, as the behaviour wants it. */
export function sendMessage(
  res: ServerResponse,
  behaviour: Behaviour,
  message: unknown,
  headers: Record<string, string> = {},
): void {
  const json = JSON.stringify(message);
  if (behaviour.reply === 'sse') {
    res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache', ...headers });
    res.write(`event: message\ndata: ${json}\n\n`);
    if (!behaviour.leaveOpen) res.end();
    return;
  }
  if (behaviour.gzip) {
    const body = gzipSync(json);
    res.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip', ...headers });
    res.end(body);
    return;
  }
  res.writeHead(200, { 'content-type': 'application/json; charset=utf-8', ...headers });
  res.end(json);
}

export const sendError = (
  res: ServerResponse,
  status: number,
  id: number | string | null,
  code: number,
  message: string,
  data?: unknown,
): void => {
  res.writeHead(status, { 'content-type': 'application/json' });
  res.end(JSON.stringify({ jsonrpc: '2.0', id, error: { code, message, ...(data === undefined ? {} : { data }) } }));
};
