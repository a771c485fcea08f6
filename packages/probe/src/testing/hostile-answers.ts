import fc from 'fast-check';
import type { Answer, Asked } from './hostile-server.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** JSON texts that parsers, printers and prototypes stumble over. */
const ODD_JSON = [
  'null',
  '0',
  '-1',
  '1e999',
  '-0',
  '123456789012345678901234567890',
  '""',
  '"\\ud800"',
  '"a\\u202eb\\u0000\\u2028"',
  '"2026-07-28"',
  '"$ref"',
  '[]',
  '{}',
  '[[]]',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":1,"hasOwnProperty":2}',
  '{"a":1,"a":2}',
  '{"$ref":"#/%"}',
  '{"type":"object","$ref":"#/__proto__/x","x-mcp-header":null}',
  `"${'x'.repeat(70_000)}"`,
  `${'['.repeat(63)}${']'.repeat(63)}`,
  `${'['.repeat(5000)}${']'.repeat(5000)}`,
  `[${'0,'.repeat(150_000)}0]`,
  `{"$ref":"#","enum":[${'0,'.repeat(150_000)}0]}`,
  `[${'{},'.repeat(6000)}{}]`,
];
const oddJson = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ODD_JSON) }, { weight: 1, arbitrary: fc.json() });

const TOOL = { name: 'a', description: 'b', inputSchema: { type: 'object', properties: { q: { type: 'string' } } } };
const FRESH = { resultType: 'complete', ttlMs: 1, cacheScope: 'public' };
const serverInfo = { name: 'hostile', version: '1' };
const capabilities = { tools: {} };
const RESULTS: Record<string, Json> = {
  initialize: { protocolVersion: '2025-11-25', capabilities, serverInfo, instructions: 'none' },
  'server/discover': {
    ...FRESH,
    supportedVersions: ['2026-07-28'],
    capabilities,
    _meta: { 'io.modelcontextprotocol/serverInfo': serverInfo },
  },
  'tools/list': { ...FRESH, tools: [TOOL, { ...TOOL, name: 'c', outputSchema: { type: 'object' } }] },
};

/** A change to one place of a JSON value: the place by number, in reading order. */
const change = fc.record({ at: fc.nat(30), kind: fc.constantFrom('drop', 'double', 'retype', 'retype'), odd: oddJson });
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** The text of `value` with its changes. */
function changed(value: Json, changes: readonly Change[]): string {
  let text = '';
  let place = 0;
  const write = (node: Json): void => {
    const mine = changes.find(({ at }) => at === place++);
    if (mine?.kind === 'retype') text += mine.odd;
    else if (Array.isArray(node)) {
      text += '[';
      node.forEach((item, i) => {
        if (i > 0) text += ',';
        write(item);
      });
      text += ']';
    } else if (typeof node === 'object' && node !== null) {
      const kept = Object.entries(node).slice(mine?.kind === 'drop' ? 1 : 0);
      const entries = mine?.kind === 'double' ? [...kept, ...kept] : kept;
      text += '{';
      entries.forEach(([key, member], i) => {
        text += `${i > 0 ? ',' : ''}${JSON.stringify(key)}:`;
        write(member);
      });
      text += '}';
    } else text += JSON.stringify(node);
  };
  write(value);
  return text;
}

const message = ({ id, method }: Asked, changes: readonly Change[]): string =>
  changed({ jsonrpc: '2.0', id: id as Json, result: RESULTS[method] ?? {} }, changes);

const response = (body: string | Uint8Array, type = 'application/json', more = ''): Buffer =>
  Buffer.concat([
    Buffer.from(
      `HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${more}\r\n`,
    ),
    Buffer.from(body),
  ]);

const after = fc.constantFrom<Answer['after'][]>('keep', 'end', 'end', 'reset', 'hang', 'again');

/** One for each group: what a server does when it is asked. Plain data and a function of it, so that a failure can be read. */
export type Hostility = { name: string; play(asked: Asked): Answer };

const hostility = <T>(data: fc.Arbitrary<T>, play: (asked: Asked, data: T) => Answer): fc.Arbitrary<Hostility> =>
  data.map((drawn) => ({
    name: JSON.stringify(drawn, (_, v: unknown) =>
      v instanceof Uint8Array ? Buffer.from(v).toString('latin1') : v,
    ).slice(0, 2000),
    play: (asked) => play(asked, drawn),
  }));

const randomBytes = hostility(fc.record({ bytes: fc.uint8Array({ maxLength: 400 }), after }), (_, answer) => answer);

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

const brokenHttp = hostility(
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

const oddMessages = hostility(
  fc.record({
    on: fc.constantFrom('initialize or discover', 'tools/list', 'tools/list', 'all'),
    changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    type: fc.constantFrom('application/json', 'application/json', 'text/event-stream'),
    batch: fc.constantFrom(false, false, false, true),
  }),
  (asked, { on, changes, type, batch }) => {
    const meant = on === 'all' || (on === 'tools/list') === (asked.method === 'tools/list');
    const text = message(asked, meant ? changes : []);
    const whole = batch && meant ? `[${text}]` : text;
    return { bytes: response(type === 'text/event-stream' ? `data: ${whole}\n\n` : whole, type), after: 'keep' };
  },
);

const frame = fc.oneof(
  fc.constantFrom(
    'REPLY',
    'event: endpoint\ndata: ?post\n\n',
    'event: endpoint\ndata: http://169.254.169.254/\n\n',
    'event: endpoint\ndata: http://[::1\n\n',
    ': comment\n',
    'id: 1\ndata:\n\n',
    'retry: 1\n\n',
    'data: {"jsonrpc":"2.0","method":"notifications/tools/list_changed"}\n\n',
    'data: {"jsonrpc":"2.0","id":1,"result":{}}\r\r',
    'data: {\ndata: }\n\n',
    'data: [[[[\n\n',
    'event: message\r\n',
    `data: ${'x'.repeat(70_000)}\n`,
    '\ufeff',
    '\n'.repeat(1000),
    'data\n\n'.repeat(100),
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const oddStreams = hostility(
  fc.record({
    frames: fc.array(frame, { maxLength: 8 }),
    bytes: fc.uint8Array({ maxLength: 3 }),
    greets: fc.boolean(),
    sized: fc.boolean(),
    after,
  }),
  (asked, { frames, bytes, greets, sized, after }) => {
    // Over HTTP+SSE the replies come on the stream of the GET, and a POST brings nothing.
    if (asked.verb === 'POST' && greets) return { bytes: response('', 'text/plain'), after: 'keep' };
    const replies = greets
      ? `${message({ verb: 'POST', id: 1, method: 'initialize' }, [])}\n\ndata: ${message({ verb: 'POST', id: 2, method: 'tools/list' }, [])}`
      : message(asked, []);
    const greeting = greets ? 'event: endpoint\ndata: ?post\n\n' : '';
    const text = greeting + frames.map((f) => (f === 'REPLY' ? `data: ${replies}\n\n` : f)).join('');
    const body = Buffer.concat([Buffer.from(text), bytes]);
    if (sized) return { bytes: response(body, 'text/event-stream'), after: 'keep' };
    return {
      bytes: Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n'), body]),
      after,
    };
  },
);

const KEYS = [
  'type',
  '$ref',
  '$defs',
  'properties',
  'items',
  'x-mcp-header',
  'enum',
  'anyOf',
  '__proto__',
  'constructor',
  '',
];
const { schema } = fc.letrec<{ schema: Json }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      'object',
      'string',
      '#/$defs/a',
      '#/properties',
      '#',
      'https://x.test/s',
      '~1~0',
      'Region',
      null,
      1,
      true,
    ),
    fc.array(tie('schema'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string()), tie('schema'), { maxKeys: 5 }),
  ),
}));
const oddTool = fc.record(
  {
    name: fc.oneof(fc.string({ unit: 'binary' }), schema),
    title: schema,
    inputSchema: schema,
    outputSchema: schema,
    icons: schema,
  },
  { requiredKeys: [] },
);

const oddTools = hostility(
  fc.record({
    pages: fc.array(fc.array(fc.oneof(oddTool, schema), { maxLength: 6 }), { minLength: 1, maxLength: 3 }),
    cursor: fc.oneof(fc.constant(undefined), fc.string({ unit: 'binary' }), schema),
  }),
  (asked, { pages, cursor }) => {
    if (asked.method !== 'tools/list') return { bytes: response(message(asked, [])), after: 'keep' };
    const tools = pages[(Number(asked.id) - 2) % pages.length] ?? [];
    const result = { ...FRESH, tools, nextCursor: cursor };
    return { bytes: response(JSON.stringify({ jsonrpc: '2.0', id: asked.id, result })), after: 'keep' };
  },
);

export const HOSTILITIES: [name: string, fc.Arbitrary<Hostility>][] = [
  ['random bytes', randomBytes],
  ['broken HTTP', brokenHttp],
  ['odd messages', oddMessages],
  ['odd event streams', oddStreams],
  ['odd tools', oddTools],
];
