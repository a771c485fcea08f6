import fc from 'fast-check';
import { message } from './healthy-message.ts';
import { after, hostility } from './hostility.ts';

const HEADERS = [
  'content-length: 5',
  'content-length: -1',
  'content-length: 99999999999999999999',
  'transfer-encoding: chunked',
  'transfer-encoding: gzip, chunked',
  'content-encoding: gzip',
  'content-encoding: br',
  'content-type: text/html; charset=\u00ff',
  'content-type: text/event-stream',
  'location: javascript:alert(1)\u202e',
  'location: http://169.254.169.254/',
  'retry-after: 99999999999',
  'retry-after: soon',
  'retry-after: -5',
  'mcp-session-id: a b\u0001',
  'mcp-session-id: 1234',
  'set-cookie: a=b',
  'www-authenticate: Bearer resource_metadata="http://[::1"',
  'www-authenticate: Bearer error="insufficient_scope", resource_metadata="file:///etc/passwd"',
  'connection: close',
  'upgrade: h2c',
  ': empty',
  'no colon',
  ' folded: line',
  `x-long: ${'x'.repeat(20_000)}`,
];
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(8),
  put: fc.uint8Array({ maxLength: 6 }),
});

export const brokenHttp = hostility(
  fc.record({
    status: fc.oneof(
      fc.integer({ min: 0, max: 1200 }),
      fc.constantFrom(200, 200, 100, 103, 200, 202, 204, 301, 400, 401, 403, 404, 405, 429, 503),
    ),
    headers: fc.array(fc.constantFrom(...HEADERS), { maxLength: 2 }),
    chunked: fc.boolean(),
    edits: fc.oneof(fc.constant([]), fc.array(edit, { maxLength: 2 })),
    after,
  }),
  (asked, { status, headers, chunked, edits, after }) => {
    const body = message(asked, []);
    const framed = chunked ? `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n` : body;
    const framing = chunked ? 'transfer-encoding: chunked' : `content-length: ${body.length}`;
    const head = [`HTTP/1.1 ${status} Odd`, 'content-type: application/json', framing, ...headers].join('\r\n');
    let bytes = Buffer.from(`${head}\r\n\r\n${framed}`, 'latin1');
    for (const { at, cut, put } of edits) {
      const from = Math.floor(at * bytes.length);
      bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + cut)]);
    }
    return { bytes, after };
  },
);
