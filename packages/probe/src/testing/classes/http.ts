import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import type { FailureClass } from '@alivemcp/contracts';
import type { Behaviour, Fault } from '@alivemcp/testkit/mcp';
import { type ClassCases, FAST } from './class-case.ts';

const KNOWN = { version: '2025-11-25', era: 'legacy', transport: 'streamable-http' } as const;
const REPLY = '{"jsonrpc":"2.0","id":1,"result":{}}';

const status = (status: number, body?: string, headers?: Record<string, string>): Behaviour => ({
  fault: { status, body, headers },
});
const encoded = (body: Uint8Array, encoding: string | string[]): Behaviour => ({
  fault: { status: 200, headers: { 'content-type': 'application/json', 'content-encoding': encoding }, body },
});
const text = (type: string, body: string): Fault => ({ status: 200, headers: { 'content-type': type }, body });

export const HTTP = {
  'http.not_http': [
    { name: 'a mail server', behaviour: { fault: 'banner' } },
    { name: 'TLS on an http URL', behaviour: { fault: 'tls-alert' } },
    ...[
      'The plain HTTP request was sent to HTTPS port',
      "Reason: You're speaking plain HTTP to an SSL-enabled server port.",
      'Client sent an HTTP request to an HTTPS server.',
    ].map((body) => ({ name: body, behaviour: status(400, body) })),
  ],
  'http.bad_framing': [{ name: 'broken chunking', behaviour: { fault: 'bad-chunk' } }],
  'http.truncated': [{ name: 'cut short', behaviour: { fault: 'truncated' } }],
  'http.timeout_headers': [
    { name: 'silence', behaviour: { fault: 'silence' }, target: FAST },
    { name: 'a process that hangs', sleeper: 'open', target: FAST },
    {
      name: 'silence in the TLS handshake',
      sleeper: 'open',
      dial: (url) => url.replace('http:', 'https:'),
      target: FAST,
    },
    { name: 'silence at tools/list', behaviour: { fault: 'silence', at: 'tools/list' }, target: FAST },
  ],
  'http.timeout_body': [
    { name: 'headers, then silence', behaviour: { fault: 'headers-then-silence' }, target: FAST },
    { name: 'a slow drip', behaviour: { fault: 'drip' }, target: FAST },
  ],
  'http.endless_informational': [
    { name: '1xx for ever', behaviour: { fault: 'endless-1xx' }, target: FAST },
    { name: '1xx in a flood', behaviour: { fault: 'flood-1xx' } },
  ],
  'http.not_found': [
    { name: '404', behaviour: status(404), says: 'HTTP 404' },
    { name: '410', behaviour: status(410), says: 'HTTP 410' },
    { name: '404, era known', behaviour: status(404), target: { known: KNOWN }, says: 'HTTP 404' },
  ],
  'http.method_not_allowed': [{ name: '405', behaviour: status(405) }],
  'http.not_acceptable': [{ name: '406', behaviour: status(406) }],
  'http.unsupported_media_type': [{ name: '415', behaviour: status(415) }],
  'http.client_error': [
    { name: '418', behaviour: status(418), says: 'HTTP 418' },
    { name: '403', behaviour: status(403, 'no'), says: 'HTTP 403' },
  ],
  'http.rate_limited': [{ name: '429', behaviour: status(429, '', { 'retry-after': '17' }) }],
  'http.server_error': [{ name: '500', behaviour: status(500), says: 'HTTP 500' }],
  'http.unavailable': [
    { name: '502', behaviour: status(502), says: 'HTTP 502' },
    { name: '503 page', behaviour: status(503, '<h1>Maintenance</h1>'), says: 'HTTP 503' },
    { name: '504', behaviour: status(504), says: 'HTTP 504' },
  ],
  'http.redirect': [
    { name: '302', behaviour: status(302, '', { location: '/login' }), says: '(302) to /login' },
    { name: '307', behaviour: status(307, '', { location: '/elsewhere' }), says: '(307) to /elsewhere' },
    {
      name: 'to the metadata service',
      behaviour: status(308, '', { location: 'http://169.254.169.254/' }),
      says: 'http://169.254.169.254/',
    },
  ],
  'http.host_rejected': [
    { name: '403 host', behaviour: status(403, 'Access is only allowed at localhost:8931') },
    { name: '421', behaviour: status(421, 'Invalid Host header') },
  ],
  'http.challenged': [
    { name: '403 challenge', behaviour: status(403, '<title>Just a moment...</title>') },
    { name: '200 challenge', behaviour: { fault: text('text/html', '<title>Just a moment...</title>') } },
  ],
  'http.content_type': [
    { name: 'HTML', behaviour: { fault: 'html' } },
    { name: 'HTML, era known', behaviour: { fault: 'html' }, target: { known: KNOWN } },
    { name: 'no content type', behaviour: { fault: 'no-content-type' }, says: 'no Content-Type' },
  ],
  'http.empty_body': [
    { name: 'an empty 200', behaviour: { fault: 'empty' } },
    { name: '204', behaviour: { fault: 'no-content' } },
  ],
  'http.encoding': [
    { name: 'broken gzip', behaviour: { fault: 'gzip-broken' } },
    { name: 'gzip that ends early', behaviour: encoded(gzipSync(REPLY).subarray(0, 30), 'gzip') },
    { name: 'brotli nobody asked for', behaviour: { fault: 'brotli' } },
    { name: 'deflate', behaviour: encoded(deflateSync(REPLY), 'deflate') },
    { name: 'zstd', behaviour: encoded(zstdCompressSync(REPLY), 'zstd') },
    { name: 'two layers', behaviour: encoded(gzipSync(gzipSync(REPLY)), 'gzip, gzip') },
    { name: 'two layers in two headers', behaviour: encoded(brotliCompressSync(gzipSync(REPLY)), ['gzip', 'br']) },
    { name: 'an encoding nobody knows', behaviour: encoded(gzipSync(REPLY), 'x-own') },
  ],
} satisfies Partial<Record<FailureClass, ClassCases>>;
