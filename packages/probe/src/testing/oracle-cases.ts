import type { Behaviour, CertificateKind, Fault } from '@alivemcp/testkit/mcp';
import { SAMPLE_TOOLS } from '@alivemcp/testkit/mcp';

export type OracleCase = {
  name: string;
  behaviour: Behaviour;
  timeoutMs: number;
  /** What all three present. */
  bearer?: string;
  /** Over TLS, with such a certificate. */
  tls?: CertificateKind;
};

const LONG_MS = 4000;
/** For what never ends by itself. */
const SHORT_MS = 1500;

const tool = (name: string, more: object = {}) => ({ name, inputSchema: { type: 'object' }, ...more });
const badHeader = { type: 'object', properties: { a: { type: 'string', 'x-mcp-header': '' } } };
const withSchema = (outputSchema: unknown): Behaviour => ({ tools: [tool('x', { outputSchema })] });
const result = (id: number, more: object): Fault => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ jsonrpc: '2.0', id, result: more }),
});
const rpcError = (status: number, code: number, data?: unknown): Fault => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ jsonrpc: '2.0', id: null, error: { code, message: 'no', data } }),
});

/** Every fault of the fixture that has a name; those that are `true` never end by themselves. The compiler misses none. */
const FAULTS: Record<Extract<Fault, string>, boolean> = {
  reset: false,
  fin: false,
  banner: false,
  'tls-alert': false,
  silence: true,
  'endless-1xx': true,
  'flood-1xx': true,
  'headers-then-silence': true,
  drip: true,
  truncated: false,
  'bad-chunk': false,
  'huge-headers': false,
  html: false,
  'no-content-type': false,
  empty: false,
  'no-content': false,
  'gzip-broken': false,
  'gzip-bomb': false,
  brotli: false,
  'bad-json': false,
  'not-utf8': false,
  'deep-json': false,
  'big-body': false,
  'rest-json': false,
  'no-jsonrpc': false,
  'null-id': false,
  both: false,
  'wrong-id': true,
  batch: false,
  'rpc-error': false,
  'rpc-echo': false,
  'rpc-unauthorized': false,
  'method-not-found': false,
  'sse-no-reply': true,
  'sse-bad-json': true,
  'sse-comments': true,
  'sse-primed': true,
  'sse-flood': true,
  'sse-wrong-id': true,
};

const STATUSES = [302, 307, 400, 403, 404, 405, 406, 410, 415, 418, 421, 429, 500, 502, 503];

/** What each member of a behaviour can show, by itself. The compiler misses none here either. */
const MEMBERS: { [Member in Exclude<keyof Behaviour, 'fault'>]-?: Record<string, Behaviour> } = {
  era: { modern: { era: 'modern' }, dual: { era: 'dual' }, legacy: { era: 'legacy' } },
  transport: { 'HTTP+SSE': { transport: 'sse' } },
  reply: { 'SSE replies': { reply: 'sse' }, 'modern, SSE replies': { era: 'modern', reply: 'sse' } },
  leaveOpen: { 'SSE left open': { reply: 'sse', leaveOpen: true } },
  session: { 'no sessions': { session: false } },
  protocolVersion: {
    '2025-06-18': { protocolVersion: '2025-06-18' },
    '2025-03-26': { protocolVersion: '2025-03-26' },
    '2024-11-05': { protocolVersion: '2024-11-05' },
    '2024-10-07': { protocolVersion: '2024-10-07' },
    '2099-01-01': { protocolVersion: '2099-01-01' },
    'no protocolVersion': { protocolVersion: undefined },
  },
  supportedVersions: {
    'discover without versions': { era: 'modern', supportedVersions: null },
    'modern of the future': { era: 'modern', supportedVersions: ['2031-01-01'] },
    'modern of several versions': { era: 'modern', supportedVersions: ['2031-01-01', '2026-07-28'] },
  },
  serverInfo: {
    'no serverInfo': { serverInfo: undefined },
    'serverInfo without version': { serverInfo: { name: 'x' } },
    'modern, no serverInfo': { era: 'modern', serverInfo: undefined },
  },
  capabilities: {
    'no capabilities': { capabilities: undefined },
    'modern, no capabilities': { era: 'modern', capabilities: undefined },
    'no tools declared, tools listed': { capabilities: {} },
    'no tools declared, none listed': { capabilities: {}, tools: [] },
    'no tools declared, unknown method': { capabilities: {}, fault: 'method-not-found', at: 'tools/list' },
  },
  instructions: { instructions: { instructions: 'Be kind.' } },
  tools: {
    'tools null': { tools: null },
    'tools an object': { tools: {} },
    'no tools': { tools: [] },
    '5,001 tools': { tools: Array.from({ length: 5001 }, (_, i) => tool(`t${i}`)) },
    'a tool without a name': { tools: [{ inputSchema: { type: 'object' } }] },
    'a tool without a schema': { tools: [{ name: 'x' }] },
    'a tool that is no object': { tools: ['x'] },
    'a schema of another type': { tools: [{ name: 'x', inputSchema: { type: 'string' } }] },
    'the same tool twice': { tools: [tool('x'), tool('x')] },
    'a remote $ref': withSchema({ type: 'object', properties: { a: { $ref: 'https://a.example/s.json' } } }),
    'a dangling $ref': withSchema({ type: 'object', properties: { a: { $ref: '#/$defs/no' } } }),
    'an outputSchema of a list': withSchema({ type: 'array' }),
    'modern, an outputSchema of a list': { era: 'modern', ...withSchema({ type: 'array' }) },
    'an outputSchema that is none': withSchema({ type: 'object', properties: { a: { type: 'nonsense' } } }),
    'a bad x-mcp-header': { tools: [tool('x', { inputSchema: badHeader })] },
    'modern, a bad x-mcp-header': { era: 'modern', tools: [tool('x', { inputSchema: badHeader })] },
  },
  pageSize: {
    pages: { pageSize: 1 },
    'modern, pages': { era: 'modern', pageSize: 1 },
    'a malformed tool on page two': { tools: [...SAMPLE_TOOLS, { name: 'x' }], pageSize: 2 },
  },
  staleCursors: { 'a stale cursor': { pageSize: 1, staleCursors: 1 } },
  loop: { 'a page loop': { loop: true }, 'modern, a page loop': { era: 'modern', loop: true } },
  modernResult: {
    'resultType missing': { era: 'modern', modernResult: { resultType: undefined } },
    'resultType impossible': { era: 'modern', modernResult: { resultType: 'input_required' } },
    'resultType unknown': { era: 'modern', modernResult: { resultType: 'maybe' } },
    'no cache hints': { era: 'modern', modernResult: { ttlMs: undefined, cacheScope: undefined } },
  },
  ambiguous: { ambiguous: { ambiguous: true } },
  close: { 'connections that close': { close: true } },
  delayMs: { slow: { delayMs: 150 } },
  gzip: { gzip: { gzip: true }, 'modern, gzip': { era: 'modern', gzip: true } },
  at: {
    'initialized refused': { fault: { status: 500 }, at: 'notifications/initialized' },
    'initialized answered 200': { fault: result(0, {}), at: 'notifications/initialized' },
    'DELETE refused': { fault: { status: 405 }, at: 'DELETE' },
    'DELETE silent': { fault: 'silence', at: 'DELETE' },
    'GET silent': { fault: 'silence', at: 'GET' },
    'initialize unauthorized in words': { fault: 'rpc-unauthorized', at: 'initialize' },
    'modern, an empty list of a list': {
      era: 'modern',
      fault: result(2, { resultType: 'complete' }),
      at: 'tools/list',
    },
    'dual, discover broken': { era: 'dual', fault: { status: 500 }, at: 'server/discover' },
    'dual, discover silent': { era: 'dual', fault: 'silence', at: 'server/discover' },
    'dual, discover 401': { era: 'dual', fault: { status: 401 }, at: 'server/discover' },
    'legacy, discover broken': { fault: { status: 500 }, at: 'server/discover' },
    'legacy, discover HTML': { fault: 'html', at: 'server/discover' },
    'legacy, discover empty': { fault: 'empty', at: 'server/discover' },
    'legacy, discover unknown': { fault: 'method-not-found', at: 'server/discover' },
    'legacy, discover reset': { fault: 'reset', at: 'server/discover' },
  },
  times: {
    'reset once': { fault: 'reset', times: 1 },
    '503 once': { fault: { status: 503 }, times: 1 },
    'modern, version refused once': {
      era: 'modern',
      fault: rpcError(400, -32022, { supported: ['2026-07-28'] }),
      times: 1,
    },
    'modern, headers dropped': { era: 'modern', fault: rpcError(400, -32020) },
  },
  loseSession: { 'session lost, 404': { loseSession: 404 }, 'session lost, 400': { loseSession: 400 } },
  sse: {
    'HTTP+SSE without endpoint': { transport: 'sse', sse: 'no-endpoint' },
    'HTTP+SSE foreign endpoint': { transport: 'sse', sse: 'foreign-endpoint' },
    'HTTP+SSE other instance': { transport: 'sse', sse: 'post-lost' },
    'HTTP+SSE mute': { transport: 'sse', sse: 'mute' },
  },
  auth: {
    '401, well described': { auth: { tokens: [] } },
    '401, bare': { auth: { tokens: [], metadata: 'bare' } },
    '403, scope': { auth: { tokens: [], scope: true } },
    '401 at tools/list only': { auth: { tokens: [], only: 'tools/list' } },
    'modern, 401': { era: 'modern', auth: { tokens: [] } },
  },
};

const CERTIFICATES: Record<CertificateKind, string> = {
  good: 'TLS',
  expired: 'TLS, expired',
  'not-yet-valid': 'TLS, not yet valid',
  'wrong-host': 'TLS, wrong host',
  expiring: 'TLS, soon expiring',
  'self-signed': 'TLS, self-signed',
};

const TOKEN = 'let-me-in';
const WITH_TOKEN: Record<string, Behaviour> = {
  'token accepted': { auth: { tokens: [TOKEN] } },
  'modern, token accepted': { era: 'modern', auth: { tokens: [TOKEN] } },
  'HTTP+SSE, token accepted': { transport: 'sse', auth: { tokens: [TOKEN] } },
};

/** Behind a silent discovery there is still an initialize to be asked, in what is left of the time. */
const HANG = /(?<!discover )silent|mute|without endpoint/;

export const ORACLE_CASES: OracleCase[] = [
  ...Object.entries(FAULTS).flatMap(([fault, hangs]) =>
    [undefined, 'tools/list'].map((at) => ({
      name: at === undefined ? fault : `${fault} at tools/list`,
      behaviour: { fault: fault as Fault, at },
      timeoutMs: hangs ? SHORT_MS : LONG_MS,
    })),
  ),
  ...STATUSES.map((status) => ({
    name: `HTTP ${status}`,
    behaviour: { fault: status < 400 ? { status, headers: { location: '/elsewhere' } } : { status } },
    timeoutMs: LONG_MS,
  })),
  ...Object.values(MEMBERS).flatMap((cases) =>
    Object.entries(cases).map(([name, behaviour]) => ({
      name,
      behaviour,
      timeoutMs: HANG.test(name) ? SHORT_MS : LONG_MS,
    })),
  ),
  ...Object.entries(CERTIFICATES).map(([kind, name]) => ({
    name,
    behaviour: {},
    timeoutMs: LONG_MS,
    tls: kind as CertificateKind,
  })),
  ...Object.entries(WITH_TOKEN).map(([name, behaviour]) => ({ name, behaviour, timeoutMs: LONG_MS, bearer: TOKEN })),
];
