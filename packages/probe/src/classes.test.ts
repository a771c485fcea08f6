import { FAILURE_CLASSES, type FailureClass, type ProbeTarget } from '@alivemcp/contracts';
import { type Behaviour, type Fixture, SAMPLE_TOOLS, startFixture } from '@alivemcp/testkit/mcp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from './testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const tool = (name: string, more: object = {}) => ({ name, inputSchema: { type: 'object' }, ...more });
const known = { version: '2025-11-25', era: 'legacy', transport: 'streamable-http' } as const;
const fast = { timeoutMs: 700 };

/** Behaviour, class, and what else the target says. */
const CASES: [string, Behaviour, FailureClass, Partial<ProbeTarget>?][] = [
  ['reset', { fault: 'reset' }, 'tcp.reset'],
  ['FIN before an answer', { fault: 'fin' }, 'tcp.reset'],
  ['a mail server', { fault: 'banner' }, 'http.not_http'],
  ['silence', { fault: 'silence' }, 'http.timeout_headers', fast],
  ['silence at tools/list', { fault: 'silence', at: 'tools/list' }, 'http.timeout_headers', fast],
  ['1xx for ever', { fault: 'endless-1xx' }, 'http.endless_informational', fast],
  ['headers, then silence', { fault: 'headers-then-silence' }, 'http.timeout_body', fast],
  ['a slow drip', { fault: 'drip' }, 'http.timeout_body', fast],
  ['cut short', { fault: 'truncated' }, 'http.truncated'],
  ['broken chunking', { fault: 'bad-chunk' }, 'http.bad_framing'],
  ['huge headers', { fault: 'huge-headers' }, 'limit.headers'],
  ['HTML', { fault: 'html' }, 'http.content_type'],
  ['no content type', { fault: 'no-content-type' }, 'http.content_type'],
  ['an empty 200', { fault: 'empty' }, 'http.empty_body'],
  ['204', { fault: 'no-content' }, 'http.empty_body'],
  ['broken gzip', { fault: 'gzip-broken' }, 'http.encoding'],
  ['brotli nobody asked for', { fault: 'brotli' }, 'http.encoding'],
  ['a gzip bomb', { fault: 'gzip-bomb' }, 'limit.decoded'],
  ['3 MiB', { fault: 'big-body' }, 'limit.body'],
  ['cut JSON', { fault: 'bad-json' }, 'mcp.bad_json'],
  ['Latin-1', { fault: 'not-utf8' }, 'mcp.bad_json'],
  ['200 arrays deep', { fault: 'deep-json' }, 'limit.depth'],
  ['some REST API', { fault: 'rest-json' }, 'mcp.not_mcp'],
  ['400 for everything', { fault: { status: 400, body: 'Bad Request' } }, 'mcp.not_mcp'],
  ['no jsonrpc member', { fault: 'no-jsonrpc' }, 'mcp.bad_jsonrpc'],
  ['null id', { fault: 'null-id' }, 'mcp.bad_jsonrpc'],
  ['result and error', { fault: 'both' }, 'mcp.bad_jsonrpc'],
  ['wrong id', { fault: 'wrong-id' }, 'mcp.wrong_id'],
  ['a batch', { fault: 'batch' }, 'mcp.batch'],
  ['a JSON-RPC error', { fault: 'rpc-error' }, 'mcp.error_response'],
  [
    'a JSON-RPC error with HTTP 500',
    { fault: { status: 500, body: '{"jsonrpc":"2.0","id":1,"error":{"code":-32603,"message":"boom"}}' } },
    'mcp.error_response',
  ],
  ['404', { fault: { status: 404 } }, 'http.not_found'],
  ['410', { fault: { status: 410 } }, 'http.not_found'],
  ['405', { fault: { status: 405 } }, 'http.method_not_allowed'],
  ['406', { fault: { status: 406 } }, 'http.not_acceptable'],
  ['415', { fault: { status: 415 } }, 'http.unsupported_media_type'],
  ['418', { fault: { status: 418 } }, 'http.client_error'],
  ['500', { fault: { status: 500 } }, 'http.server_error'],
  ['502', { fault: { status: 502 } }, 'http.unavailable'],
  ['503 page', { fault: { status: 503, body: '<h1>Maintenance</h1>' } }, 'http.unavailable'],
  ['redirect', { fault: { status: 307, headers: { location: '/elsewhere' } } }, 'http.redirect'],
  ['403 host', { fault: { status: 403, body: 'Access is only allowed at localhost:8931' } }, 'http.host_rejected'],
  ['421', { fault: { status: 421, body: 'Invalid Host header' } }, 'http.host_rejected'],
  ['403', { fault: { status: 403, body: 'no' } }, 'http.client_error'],
  ['a bot challenge', { fault: { status: 403, body: '<title>Just a moment...</title>' } }, 'http.challenged'],
  ['429', { fault: { status: 429, headers: { 'retry-after': '17' } } }, 'http.rate_limited'],
  ['too many sessions', { fault: { status: 503, body: 'Too many sessions' }, at: 'initialize' }, 'mcp.session_limit'],
  ['no serverInfo', { serverInfo: undefined }, 'mcp.initialize_incomplete'],
  ['no capabilities', { capabilities: undefined }, 'mcp.initialize_incomplete'],
  ['no protocolVersion', { protocolVersion: undefined }, 'mcp.initialize_incomplete'],
  ['a version of the future', { protocolVersion: '2099-01-01' }, 'mcp.unsupported_version'],
  ['initialized refused', { fault: { status: 500 }, at: 'notifications/initialized' }, 'mcp.initialized_refused'],
  ['session lost (404)', { loseSession: 404 }, 'mcp.session_lost'],
  ['session lost (400)', { loseSession: 400 }, 'mcp.session_lost'],
  ['tools/list unknown', { fault: 'method-not-found', at: 'tools/list' }, 'mcp.tools_missing'],
  ['tools null', { tools: null }, 'mcp.tools_invalid'],
  ['tools an object', { tools: {} }, 'mcp.tools_invalid'],
  ['no tools', { tools: [] }, 'mcp.tools_empty'],
  ['no tools any more', { tools: [], capabilities: {} }, 'mcp.tools_empty', { hadTools: true }],
  ['5,001 tools', { tools: Array.from({ length: 5001 }, (_, i) => tool(`t${i}`)) }, 'limit.tools'],
  ['a tool without a name', { tools: [{ inputSchema: { type: 'object' } }] }, 'mcp.tool_malformed'],
  ['a tool without a schema', { tools: [{ name: 'x' }] }, 'mcp.tool_malformed'],
  ['the same tool twice', { tools: [tool('x'), tool('x')] }, 'mcp.tool_duplicate'],
  ['a dangling $ref', { tools: [tool('x', { outputSchema: { $ref: '#/$defs/no' } })] }, 'mcp.tool_unusable'],
  [
    'a bad x-mcp-header',
    {
      tools: [
        { name: 'x', inputSchema: { type: 'object', properties: { a: { type: 'string', 'x-mcp-header': '' } } } },
      ],
    },
    'mcp.tool_unusable',
  ],
  ['a page loop', { loop: true }, 'mcp.pagination_loop'],
  ['another version', {}, 'mcp.version_mismatch', { expectations: { version: '9.9.9' } }],
  ['a tool missing', {}, 'mcp.version_mismatch', { expectations: { tools: ['gone'] } }],
  ['SSE without a reply', { fault: 'sse-no-reply' }, 'mcp.sse_no_reply'],
  ['SSE with broken JSON', { fault: 'sse-bad-json' }, 'mcp.sse_bad_json'],
  ['SSE comments for ever', { fault: 'sse-comments' }, 'mcp.sse_endless', fast],
  ['SSE primed and closed', { fault: 'sse-primed' }, 'mcp.sse_closed_early'],
  ['SSE flood', { fault: 'sse-flood' }, 'limit.events'],
  ['HTTP+SSE without endpoint', { transport: 'sse', sse: 'no-endpoint' }, 'mcp.sse_no_endpoint', { transport: 'sse' }],
  ['HTTP+SSE foreign endpoint', { transport: 'sse', sse: 'foreign-endpoint' }, 'mcp.sse_foreign_endpoint'],
  ['HTTP+SSE other instance', { transport: 'sse', sse: 'post-lost' }, 'mcp.sse_post_lost'],
  ['HTTP+SSE mute', { transport: 'sse', sse: 'mute' }, 'mcp.sse_no_reply', fast],
  ['discover without versions', { era: 'modern', supportedVersions: null }, 'mcp.discover_invalid'],
  ['modern of the future', { era: 'modern', supportedVersions: ['2031-01-01'] }, 'mcp.unsupported_version'],
  [
    'resultType impossible',
    { era: 'modern', fault: undefined, modernResult: { resultType: 'input_required' } },
    'mcp.discover_invalid',
  ],
  [
    'a list of no list',
    {
      era: 'modern',
      at: 'tools/list',
      fault: {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: '{"jsonrpc":"2.0","id":2,"result":{"resultType":"input_required"}}',
      },
    },
    'mcp.result_type',
  ],
  [
    'no cache hints',
    { era: 'modern', modernResult: { ttlMs: undefined, cacheScope: undefined } },
    'mcp.cache_hints_invalid',
  ],
  [
    'a proxy drops MCP headers',
    {
      era: 'modern',
      fault: { status: 400, body: '{"jsonrpc":"2.0","id":null,"error":{"code":-32020,"message":"HeaderMismatch"}}' },
    },
    'mcp.header_mismatch',
  ],
  ['unauthorized inside 200', { fault: 'rpc-unauthorized' }, 'auth.jsonrpc_unauthorized'],
  ['known era, HTML', { fault: 'html' }, 'http.content_type', { known }],
  ['known era, 404', { fault: { status: 404 } }, 'http.not_found', { known }],
];

const OUTCOME = { down: 'down', degraded: 'degraded', auth: 'up', none: 'unknown' };

describe('every class a server can cause', () => {
  it.each(CASES)('%s', async (_name, behaviour, failureClass, more = {}) => {
    fixture.set(behaviour);
    const timeoutMs = more.timeoutMs ?? 3000;
    const from = performance.now();
    const result = await check(fixture.url, more);
    expect(result.class).toBe(failureClass);
    expect(result.outcome).toBe(OUTCOME[FAILURE_CLASSES[failureClass].effect]);
    expect(performance.now() - from).toBeLessThan(timeoutMs + 150);
    expect(result.summary).not.toBe('');
    expect(result.firstAction).toBe(FAILURE_CLASSES[failureClass].firstAction);
    await expect.poll(() => fixture.connections, { timeout: 1000 }).toBe(0);
  });

  it('keeps Retry-After', async () => {
    fixture.set({ fault: { status: 429, headers: { 'retry-after': '17' } } });
    expect(await check(fixture.url)).toMatchObject({ retryAfterMs: 17_000 });
  });
});

describe('a healthy server', () => {
  it.each<[string, Behaviour]>([
    ['JSON', {}],
    ['SSE', { reply: 'sse' }],
    ['SSE left open', { reply: 'sse', leaveOpen: true }],
    ['gzip', { gzip: true }],
    ['without sessions', { session: false }],
    ['pages', { tools: [tool('a'), tool('b'), tool('c')], pageSize: 1 }],
    ['modern', { era: 'modern' }],
    ['modern over SSE with pages', { era: 'modern', reply: 'sse', tools: [tool('a'), tool('b')], pageSize: 1 }],
    ['dual', { era: 'dual' }],
    ['HTTP+SSE', { transport: 'sse' }],
    ['2025-03-26', { protocolVersion: '2025-03-26' }],
    ['ambiguous', { ambiguous: true }],
  ])('%s is up', async (_name, behaviour) => {
    fixture.set(behaviour);
    fixture.requests.length = 0;
    const result = await check(fixture.url);
    expect(result).toMatchObject({
      outcome: 'up',
      class: null,
      posture: 'open',
      attempts: 1,
      transcript: null,
      warnings: [],
    });
    expect(result.tools).toEqual(behaviour.tools ?? SAMPLE_TOOLS);
    expect(result.phases.every((p) => p.ok)).toBe(true);
    expect(result.latencyMs).toBeGreaterThan(0);
    for (const request of fixture.requests) expect(request.headers.origin).toBeUndefined();
    await expect.poll(() => fixture.connections, { timeout: 1000 }).toBe(0);
  });

  it('may have no tools when its owner says so, or when it never promised any', async () => {
    fixture.set({ tools: [] });
    expect(await check(fixture.url, { expectations: { allowEmptyTools: true } })).toMatchObject({ outcome: 'up' });
    fixture.set({ capabilities: {}, fault: 'method-not-found', at: 'tools/list' });
    expect(await check(fixture.url)).toMatchObject({ outcome: 'up', tools: [] });
  });
});
