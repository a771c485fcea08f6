import { type Behaviour, type Fixture, type Recorded, startFixture } from '@alivemcp/testkit/mcp';
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

const spoken = () => fixture.requests.map((r) => `${r.method} ${r.rpc ?? ''}`.trim());
const said = (rpc: string): Recorded => fixture.requests.find((r) => r.rpc === rpc) as Recorded;
const clientInfo = {
  name: 'AliveMCP',
  version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  websiteUrl: expect.stringMatching(/^https:/),
};

describe('what every request carries', () => {
  it.each<[string, Behaviour]>([
    ['legacy', {}],
    ['modern', { era: 'modern' }],
    ['HTTP+SSE', { transport: 'sse' }],
  ])('%s', async (_name, behaviour) => {
    fixture.set(behaviour);
    await check(fixture.url);
    for (const { method, headers } of fixture.requests) {
      expect(headers).not.toHaveProperty('origin');
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('accept-language');
      expect(headers['user-agent']).toMatch(/^AliveMCP\/\d+\.\d+\.\d+ \(\+https:/);
      expect(headers.host).toBe(new URL(fixture.url).host);
      expect(headers.accept).toBe(method === 'GET' ? 'text/event-stream' : 'application/json, text/event-stream');
      if (method === 'POST') expect(headers['content-type']).toBe('application/json');
    }
  });

  it('initialize: the newest legacy version, no capabilities, who we are', async () => {
    fixture.set({});
    await check(fixture.url);
    expect(JSON.parse(said('initialize').body)).toEqual({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo },
    });
    expect(said('initialize').headers).not.toHaveProperty('mcp-protocol-version');
    for (const rpc of ['notifications/initialized', 'tools/list'])
      expect(said(rpc).headers).toMatchObject({
        'mcp-protocol-version': '2025-11-25',
        'mcp-session-id': expect.stringMatching(/./),
      });
  });

  it.each([
    ['2025-06-18', '2025-06-18'],
    ['2025-03-26', undefined],
  ])('the version header of %s', async (protocolVersion, header) => {
    fixture.set({ protocolVersion });
    await check(fixture.url);
    expect(said('tools/list').headers['mcp-protocol-version']).toBe(header);
  });

  it('modern: version and method in the headers, and the same in _meta', async () => {
    fixture.set({ era: 'modern' });
    await check(fixture.url);
    for (const rpc of ['server/discover', 'tools/list']) {
      expect(said(rpc).headers).toMatchObject({ 'mcp-protocol-version': '2026-07-28', 'mcp-method': rpc });
      expect(JSON.parse(said(rpc).body).params._meta).toEqual({
        'io.modelcontextprotocol/protocolVersion': '2026-07-28',
        'io.modelcontextprotocol/clientCapabilities': {},
        'io.modelcontextprotocol/clientInfo': clientInfo,
      });
    }
    expect(fixture.requests.some((r) => 'mcp-session-id' in r.headers)).toBe(false);
  });
});

const LEGACY_TALK = ['POST initialize', 'POST notifications/initialized', 'POST tools/list'];

describe('what is asked, and in what order', () => {
  it.each<[string, Behaviour, string[]]>([
    ['legacy', {}, ['POST server/discover', ...LEGACY_TALK, 'DELETE']],
    ['legacy without sessions', { session: false }, ['POST server/discover', ...LEGACY_TALK]],
    [
      'one that answers a modern tools/list by mistake',
      { ambiguous: true },
      ['POST server/discover', ...LEGACY_TALK, 'DELETE'],
    ],
    ['modern', { era: 'modern' }, ['POST server/discover', 'POST tools/list']],
    ['dual', { era: 'dual' }, ['POST server/discover', 'POST tools/list']],
    ['HTTP+SSE', { transport: 'sse' }, ['POST server/discover', 'POST initialize', 'GET', ...LEGACY_TALK]],
  ])('%s', async (_name, behaviour, expected) => {
    fixture.set(behaviour);
    expect(await check(fixture.url)).toMatchObject({ outcome: 'up' });
    expect(spoken()).toEqual(expected);
  });

  it.each<[string, Behaviour]>([
    ['a session limit', { fault: { status: 400, body: 'Too many sessions' }, at: 'initialize' }],
    [
      'a JSON-RPC error with HTTP 400',
      { fault: { status: 400, body: '{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"no"}}' } },
    ],
    ['a failed handshake', { serverInfo: undefined }],
    ['a refused notification', { fault: { status: 400 }, at: 'notifications/initialized' }],
    ['a lost session', { loseSession: 404 }],
    ['404 at tools/list', { fault: { status: 404 }, at: 'tools/list', session: false }],
    ['500', { fault: { status: 500 } }],
    ['a demand for credentials', { auth: {} }],
  ])('no GET at the URL of a Streamable HTTP server: %s', async (_name, behaviour) => {
    fixture.set(behaviour);
    await check(fixture.url);
    expect(spoken().filter((line, i) => line.startsWith('GET') && fixture.requests[i]?.path === '/mcp')).toEqual([]);
  });
});

it.each([301, 302, 303, 307, 308])('a redirect (%s) is not followed, and no credential goes along', async (status) => {
  fixture.set({ fault: { status, headers: { location: '/elsewhere' } } });
  await check(fixture.url, { auth: { type: 'bearer', token: 'for-here-only' } });
  expect(new Set(fixture.requests.map((r) => r.path))).toEqual(new Set(['/mcp']));
});

it('proxies of the environment are not used', async () => {
  const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'];
  const before = names.map((name) => process.env[name]);
  for (const name of names) process.env[name] = name === 'NODE_USE_ENV_PROXY' ? '1' : 'http://127.0.0.1:9';
  try {
    fixture.set({});
    expect(await check(fixture.url)).toMatchObject({ outcome: 'up' });
  } finally {
    names.forEach((name, i) => {
      if (before[i] === undefined) delete process.env[name];
      else process.env[name] = before[i];
    });
  }
});

it('a list that changes between two pages is read once more', async () => {
  const tools = ['a', 'b', 'c'].map((name) => ({ name, inputSchema: { type: 'object' } }));
  fixture.set({ tools, pageSize: 1, staleCursors: 1 });
  expect(await check(fixture.url)).toMatchObject({ outcome: 'up', tools });
  fixture.set({ tools, pageSize: 1, staleCursors: 2 });
  expect(await check(fixture.url)).toMatchObject({ outcome: 'down', class: 'mcp.error_response' });
});
