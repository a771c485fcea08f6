import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Fault } from './behaviour.ts';
import { type RpcRequest, sendError } from './respond.ts';

type Strike = (req: IncomingMessage, res: ServerResponse, rpc: RpcRequest | null) => void;

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const JSON_TYPE = { 'content-type': 'application/json' };

const raw =
  (text: string, then?: 'end' | 'destroy'): Strike =>
  (req) => {
    req.socket.write(text);
    // A moment, so that the bytes arrive before the end does.
    if (then) setTimeout(() => (then === 'end' ? req.socket.end() : req.socket.destroy()), 20);
  };
const body =
  (text: string | Buffer, headers: Record<string, string> = JSON_TYPE): Strike =>
  (_req, res) => {
    res.writeHead(200, headers);
    res.end(text);
  };
const message =
  (make: (id: unknown) => unknown): Strike =>
  (_req, res, rpc) => {
    res.writeHead(200, JSON_TYPE);
    res.end(JSON.stringify(make(rpc?.id ?? null)));
  };
const stream =
  (first: string, open = false): Strike =>
  (_req, res) => {
    res.writeHead(200, { 'content-type': 'text/event-stream' });
    res.flushHeaders();
    if (first !== '') res.write(first);
    if (!open) res.end();
  };
/** Writes the same text every `everyMs` until the peer is gone. */
const forever =
  (head: string, text: string, everyMs: number): Strike =>
  (req) => {
    req.socket.write(head);
    const timer = setInterval(() => req.socket.write(text), everyMs);
    req.socket.on('close', () => clearInterval(timer));
  };

const STRIKES: Record<Extract<Fault, string>, Strike> = {
  reset: (req) => req.socket.resetAndDestroy(),
  fin: (req) => req.socket.end(),
  banner: raw('220 mail.example.test ESMTP ready\r\n', 'end'),
  'tls-alert': raw('\x15\x03\x01\0\x02\x02\x46', 'end'),
  silence: () => {},
  'endless-1xx': forever('', 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n', 40),
  'flood-1xx': raw('HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(100)),
  'headers-then-silence': raw(`${HEAD}content-length: 99\r\n\r\n{`),
  drip: forever(`${HEAD}content-length: 9999\r\n\r\n`, ' ', 40),
  truncated: raw(`${HEAD}content-length: 500\r\n\r\n{"jsonrpc":`, 'destroy'),
  'bad-chunk': raw(`${HEAD}transfer-encoding: chunked\r\n\r\nZZ\r\n{}\r\n`),
  'huge-headers': raw(`${HEAD}x-filler: ${'a'.repeat(40_000)}\r\ncontent-length: 0\r\n\r\n`),
  html: body('<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' }),
  'no-content-type': body('{"jsonrpc":"2.0"}', {}),
  empty: body(''),
  'no-content': (_req, res) => {
    res.writeHead(204);
    res.end();
  },
  'gzip-broken': body('this is not gzip', { ...JSON_TYPE, 'content-encoding': 'gzip' }),
  'gzip-bomb': (req, res, rpc) =>
    body(gzipSync(Buffer.alloc(8 * 1024 * 1024, 32)), { ...JSON_TYPE, 'content-encoding': 'gzip' })(req, res, rpc),
  brotli: (req, res, rpc) => body(brotliCompressSync('{}'), { ...JSON_TYPE, 'content-encoding': 'br' })(req, res, rpc),
  'bad-json': body('{"jsonrpc":"2.0","id":1,"result":{"tools":['),
  'not-utf8': body(Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d])),
  'deep-json': message((id) => ({ jsonrpc: '2.0', id, result: JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) })),
  'big-body': (req, res, rpc) => body(`"${'a'.repeat(3 * 1024 * 1024)}"`)(req, res, rpc),
  'rest-json': body('{"status":"ok"}'),
  'no-jsonrpc': message((id) => ({ id, result: {} })),
  'null-id': message(() => ({ jsonrpc: '2.0', id: null, result: {} })),
  both: message((id) => ({ jsonrpc: '2.0', id, result: {}, error: { code: 1, message: 'x' } })),
  'wrong-id': message(() => ({ jsonrpc: '2.0', id: 999, result: {} })),
  batch: message((id) => [{ jsonrpc: '2.0', id, result: {} }]),
  'rpc-error': (_req, res, rpc) => sendError(res, 200, rpc?.id ?? null, -32603, 'Internal error: database is away'),
  'rpc-echo': (req, res, rpc) =>
    sendError(res, 200, rpc?.id ?? null, -32603, `No rights for ${req.headers.authorization?.replace('Bearer ', '')}`),
  'rpc-unauthorized': (_req, res, rpc) => sendError(res, 200, rpc?.id ?? null, -32001, 'Unauthorized'),
  'method-not-found': (_req, res, rpc) => sendError(res, 200, rpc?.id ?? null, -32601, 'Method not found'),
  'sse-no-reply': stream(': hello\n\n'),
  'sse-bad-json': stream('data: {"jsonrpc":"2.0",\n\n'),
  'sse-comments': forever('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n', ': still here\n\n', 40),
  'sse-primed': stream('id: 1\nretry: 10\ndata:\n\n'),
  'sse-wrong-id': stream('data: {"jsonrpc":"2.0","id":999,"result":{}}\n\n', true),
  'sse-flood': stream('data: {"jsonrpc":"2.0","method":"notifications/message","params":{}}\n\n'.repeat(80)),
};

export function strike(fault: Fault, req: IncomingMessage, res: ServerResponse, rpc: RpcRequest | null) {
  if (typeof fault === 'string') return STRIKES[fault](req, res, rpc);
  res.writeHead(fault.status, fault.headers ?? { 'content-type': 'text/plain' });
  res.end(fault.body ?? '');
}
