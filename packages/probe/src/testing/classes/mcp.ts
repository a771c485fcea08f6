import type { FailureClass } from '@alivemcp/contracts';
import type { Fault } from '@alivemcp/testkit/mcp';
import { type ClassCases, FAST, tool } from './class-case.ts';

const json = (body: string, status = 200): Fault => ({ status, headers: { 'content-type': 'application/json' }, body });
const stream = (body: Uint8Array): Fault => ({ status: 200, headers: { 'content-type': 'text/event-stream' }, body });
const rpcError = (code: number, message: string): string =>
  JSON.stringify({ jsonrpc: '2.0', id: null, error: { code, message } });

/** What is said, and how the conversation goes. */
export const MCP = {
  'mcp.not_mcp': [
    { name: 'some REST API', behaviour: { fault: 'rest-json' } },
    { name: '400 for everything', behaviour: { fault: { status: 400, body: 'Bad Request' } } },
  ],
  'mcp.bad_json': [
    { name: 'cut JSON', behaviour: { fault: 'bad-json' } },
    { name: 'Latin-1', behaviour: { fault: 'not-utf8' }, says: 'not valid UTF-8' },
  ],
  'mcp.bad_jsonrpc': [
    { name: 'no jsonrpc member', behaviour: { fault: 'no-jsonrpc' } },
    { name: 'null id', behaviour: { fault: 'null-id' } },
    { name: 'result and error', behaviour: { fault: 'both' } },
    { name: 'neither result nor error', behaviour: { fault: json('{"jsonrpc":"2.0","id":1}') } },
  ],
  'mcp.wrong_id': [{ name: 'wrong id', behaviour: { fault: 'wrong-id' } }],
  'mcp.batch': [{ name: 'a batch', behaviour: { fault: 'batch' } }],
  'mcp.error_response': [
    {
      name: 'a JSON-RPC error',
      behaviour: { fault: 'rpc-error' },
      says: 'error -32603: Internal error: database is away',
    },
    {
      name: 'one with HTTP 500',
      behaviour: { fault: json(rpcError(-32603, 'boom'), 500) },
      says: 'HTTP 500 with JSON-RPC error -32603: boom',
    },
  ],
  'mcp.initialize_incomplete': [
    { name: 'no serverInfo', behaviour: { serverInfo: undefined }, says: 'lacks serverInfo.' },
    { name: 'no capabilities', behaviour: { capabilities: undefined }, says: 'lacks capabilities.' },
    { name: 'no protocolVersion', behaviour: { protocolVersion: undefined }, says: 'lacks protocolVersion.' },
  ],
  'mcp.unsupported_version': [
    { name: 'a version of the future', behaviour: { protocolVersion: '2099-01-01' } },
    { name: 'modern of the future', behaviour: { era: 'modern', supportedVersions: ['2031-01-01'] } },
  ],
  'mcp.initialized_refused': [
    {
      name: 'initialized refused',
      behaviour: { fault: { status: 500 }, at: 'notifications/initialized' },
      says: 'HTTP 500',
    },
  ],
  'mcp.discover_invalid': [
    { name: 'discover without versions', behaviour: { era: 'modern', supportedVersions: null } },
    { name: 'resultType impossible', behaviour: { era: 'modern', modernResult: { resultType: 'input_required' } } },
    { name: 'discover without capabilities', behaviour: { era: 'modern', capabilities: undefined } },
  ],
  'mcp.header_mismatch': [
    {
      name: 'a proxy drops MCP headers',
      behaviour: { era: 'modern', fault: json(rpcError(-32020, 'HeaderMismatch'), 400) },
    },
  ],
  'mcp.result_type': [
    {
      name: 'a list of no list',
      behaviour: {
        era: 'modern',
        at: 'tools/list',
        fault: json('{"jsonrpc":"2.0","id":2,"result":{"resultType":"input_required"}}'),
      },
    },
  ],
  'mcp.session_lost': [
    { name: 'session lost (404)', behaviour: { loseSession: 404 } },
    { name: 'session lost (400)', behaviour: { loseSession: 400 } },
  ],
  'mcp.session_limit': [
    { name: 'too many sessions', behaviour: { fault: { status: 503, body: 'Too many sessions' }, at: 'initialize' } },
    {
      name: 'too many sessions (400)',
      behaviour: { fault: { status: 400, body: 'Too many sessions' }, at: 'initialize' },
    },
  ],
  'mcp.sse_no_reply': [
    { name: 'SSE without a reply', behaviour: { fault: 'sse-no-reply' } },
    { name: 'HTTP+SSE mute', behaviour: { transport: 'sse', sse: 'mute' }, target: FAST },
  ],
  'mcp.sse_bad_json': [
    { name: 'SSE with broken JSON', behaviour: { fault: 'sse-bad-json' } },
    { name: 'SSE in Latin-1', behaviour: { fault: stream(Buffer.from([0x64, 0xe9, 0x0a])) }, says: 'not valid UTF-8' },
  ],
  'mcp.sse_endless': [{ name: 'SSE comments for ever', behaviour: { fault: 'sse-comments' }, target: FAST }],
  'mcp.sse_closed_early': [{ name: 'SSE primed and closed', behaviour: { fault: 'sse-primed' } }],
  'mcp.sse_no_endpoint': [
    {
      name: 'HTTP+SSE without endpoint',
      behaviour: { transport: 'sse', sse: 'no-endpoint' },
      target: { transport: 'sse' },
    },
  ],
  'mcp.sse_foreign_endpoint': [
    { name: 'HTTP+SSE foreign endpoint', behaviour: { transport: 'sse', sse: 'foreign-endpoint' } },
  ],
  'mcp.sse_post_lost': [{ name: 'HTTP+SSE other instance', behaviour: { transport: 'sse', sse: 'post-lost' } }],
} satisfies Partial<Record<FailureClass, ClassCases>>;

const badHeader = { type: 'object', properties: { a: { type: 'string', 'x-mcp-header': '' } } };

/** What is listed. */
export const TOOLS = {
  'mcp.tools_missing': [{ name: 'tools/list unknown', behaviour: { fault: 'method-not-found', at: 'tools/list' } }],
  'mcp.tools_invalid': [
    { name: 'tools null', behaviour: { tools: null } },
    { name: 'tools an object', behaviour: { tools: {} } },
  ],
  'mcp.tools_empty': [
    { name: 'no tools', behaviour: { tools: [] } },
    { name: 'no tools any more', behaviour: { tools: [], capabilities: {} }, target: { hadTools: true } },
  ],
  'mcp.tool_malformed': [
    {
      name: 'a tool without a name',
      behaviour: { tools: [{ inputSchema: { type: 'object' } }] },
      says: 'Tool number 1 has no name.',
    },
    { name: 'a tool without a schema', behaviour: { tools: [{ name: 'x' }] }, says: 'The tool x has no inputSchema' },
  ],
  'mcp.tool_duplicate': [
    { name: 'the same tool twice', behaviour: { tools: [tool('x'), tool('x')] }, says: 'x is listed twice' },
  ],
  'mcp.tool_unusable': [
    {
      name: 'a dangling $ref',
      behaviour: { tools: [tool('x', { outputSchema: { type: 'object', $ref: '#/$defs/no' } })] },
      says: 'points to nothing',
    },
    {
      name: 'a bad x-mcp-header',
      behaviour: { tools: [{ name: 'x', inputSchema: badHeader }] },
      says: 'invalid x-mcp-header',
    },
  ],
  'mcp.pagination_loop': [
    { name: 'a page loop', behaviour: { loop: true }, says: 'same cursor again' },
    { name: 'a page loop, modern', behaviour: { era: 'modern', loop: true }, says: 'same cursor again' },
  ],
  'mcp.cache_hints_invalid': [
    {
      name: 'no cache hints',
      behaviour: { era: 'modern', modernResult: { ttlMs: undefined, cacheScope: undefined } },
      says: 'no valid ttlMs',
    },
  ],
  'mcp.version_mismatch': [
    { name: 'another version', target: { expectations: { version: '9.9.9' } }, says: 'expects 9.9.9' },
    { name: 'a tool missing', target: { expectations: { tools: ['gone'] } }, says: 'not listed: gone' },
  ],
} satisfies Partial<Record<FailureClass, ClassCases>>;
