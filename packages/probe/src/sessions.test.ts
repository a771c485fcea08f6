import { type Behaviour, type Fixture, startFixture } from '@alivemcp/testkit/mcp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { check } from './testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
beforeEach(() => {
  fixture.requests.length = 0;
});
afterAll(() => fixture.close());

const SESSION = 'mcp-session-id';
const withSession = { [SESSION]: 'session-0123456789', 'content-type': 'application/json' };
const answer = (body: string, status = 200, headers: Record<string, string> = withSession): Behaviour => ({
  fault: { status, headers, body },
  at: 'initialize',
});
const initialized = (result: object) => answer(JSON.stringify({ jsonrpc: '2.0', id: 1, result }));
const result = { protocolVersion: '2025-11-25', capabilities: {}, serverInfo: { name: 'x', version: '1' } };

const deleted = () => fixture.requests.filter((r) => r.method === 'DELETE').map((r) => r.headers[SESSION]);

describe('a session is ended with DELETE however its handshake goes', () => {
  it.each<[string, Behaviour, string | null]>([
    ['cut JSON', answer('{"jsonrpc"'), 'mcp.bad_json'],
    ['an empty body', answer(''), 'http.empty_body'],
    ['another id', answer('{"jsonrpc":"2.0","id":7,"result":{}}'), 'mcp.wrong_id'],
    [
      'a JSON-RPC error',
      answer('{"jsonrpc":"2.0","id":1,"error":{"code":-32603,"message":"no"}}'),
      'mcp.error_response',
    ],
    ['HTTP 500', answer('no', 500), 'http.server_error'],
    ['HTML', answer('<p>', 200, { ...withSession, 'content-type': 'text/html' }), 'http.content_type'],
    ['brotli', answer('no', 200, { ...withSession, 'content-encoding': 'br' }), 'http.encoding'],
    [
      'a stream without a reply',
      answer(': hi\n\n', 200, { ...withSession, 'content-type': 'text/event-stream' }),
      'mcp.sse_no_reply',
    ],
    ['no serverInfo', initialized({ ...result, serverInfo: undefined }), 'mcp.initialize_incomplete'],
    ['a version nobody knows', initialized({ ...result, protocolVersion: '2099-01-01' }), 'mcp.unsupported_version'],
  ])('%s', async (_name, behaviour, failureClass) => {
    fixture.set(behaviour);
    expect(await check(fixture.url)).toMatchObject({ class: failureClass });
    expect(deleted()).toEqual(['session-0123456789']);
  });
});

describe('and however it goes on', () => {
  it.each<[string, Behaviour]>([
    ['initialized refused', { fault: { status: 500 }, at: 'notifications/initialized' }],
    ['tools/list: a reset', { fault: 'reset', at: 'tools/list' }],
    ['tools/list: cut short', { fault: 'truncated', at: 'tools/list' }],
    ['tools/list: broken chunking', { fault: 'bad-chunk', at: 'tools/list' }],
    ['tools/list: brotli, left unread', { fault: 'brotli', at: 'tools/list' }],
    ['tools/list: too large', { fault: 'big-body', at: 'tools/list' }],
    ['tools/list: a bomb', { fault: 'gzip-bomb', at: 'tools/list' }],
    ['tools/list: huge headers', { fault: 'huge-headers', at: 'tools/list' }],
    ['tools/list: a flood of events', { fault: 'sse-flood', at: 'tools/list' }],
    ['tools/list: another id', { fault: 'wrong-id', at: 'tools/list' }],
    ['tools/list: the wrong message on a stream that stays open', { fault: 'sse-wrong-id', at: 'tools/list' }],
    ['tools/list: 401', { auth: { only: 'tools/list' } }],
    ['tools/list: 503', { fault: { status: 503 }, at: 'tools/list' }],
    ['tools/list: unknown', { fault: 'method-not-found', at: 'tools/list' }],
    ['tools/list: no list', { tools: null }],
    ['tools/list: empty', { tools: [] }],
  ])('%s', async (_name, behaviour) => {
    fixture.set(behaviour);
    const { attempts } = await check(fixture.url);
    expect(deleted()).toHaveLength(attempts);
    for (const id of deleted()) expect(id).toMatch(/^[\da-f-]{36}$/);
  });

  it('silence to the end', async () => {
    fixture.set({ fault: 'silence', at: 'tools/list' });
    const { attempts } = await check(fixture.url, { timeoutMs: 700 });
    expect(deleted()).toHaveLength(attempts);
  });
});

it('a server without sessions gets no DELETE', async () => {
  fixture.set({ session: false });
  await check(fixture.url);
  expect(deleted()).toEqual([]);
});

it.each<[string, Behaviour]>([
  ['a stream that stays open', { fault: 'sse-wrong-id', at: 'notifications/initialized' }],
  ['a body cut short', { fault: 'truncated', at: 'notifications/initialized' }],
  ['a body without end', { fault: 'drip', at: 'notifications/initialized' }],
  ['JSON', { fault: 'rest-json', at: 'notifications/initialized' }],
])('whatever answers notifications/initialized with a 2xx, the list is read: %s', async (_name, behaviour) => {
  fixture.set(behaviour);
  expect(await check(fixture.url)).toMatchObject({ outcome: 'up', class: null, attempts: 1 });
  expect(deleted()).toHaveLength(1);
});
