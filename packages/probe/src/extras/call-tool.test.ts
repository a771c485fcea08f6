import type { ToolCall } from '@alivemcp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../testing.ts';
import { type Answer, type Script, type Scripted, startScripted, WAYS } from './testing/scripted-server.ts';

let server: Scripted;
beforeAll(async () => {
  server = await startScripted();
});
afterAll(() => server[Symbol.asyncDispose]());

const TOOL = {
  name: 'count',
  inputSchema: { type: 'object' },
  outputSchema: { type: 'object', required: ['total'], properties: { total: { type: 'integer' } } },
};
const OK: Answer = { result: { content: [{ type: 'text', text: 'three' }], structuredContent: { total: 3 } } };

const call = (answer: Answer, wanted: Partial<ToolCall> = {}, script: Script = {}, known = WAYS[0]?.known ?? null) => {
  server.set({ tools: [TOOL], on: { 'tools/call': () => answer }, ...script });
  const expected = { tool: 'count', arguments: { of: 'orders' }, ...wanted };
  return check(server.url, { known, expectations: { call: expected }, timeoutMs: 1500 });
};
const calls = () => server.asked.filter(({ method }) => method === 'tools/call');

describe.each(WAYS)('over $name', ({ script, known }) => {
  it('the tool is called once, with its arguments', async () => {
    const result = await call(OK, { matchesOutputSchema: true, maxMs: 1000 }, script, known);
    expect(result).toMatchObject({ outcome: 'up', class: null, warnings: [] });
    expect(result.call).toEqual({ tool: 'count', ms: expect.any(Number), faults: [] });
    expect(result.phases.map(({ name, ok }) => [name, ok])).toContainEqual(['call', true]);
    expect(calls()).toHaveLength(1);
    expect(calls()[0]?.params).toMatchObject({ name: 'count', arguments: { of: 'orders' } });
  });

  it.each<[string, Answer, RegExp]>([
    ['a JSON-RPC error', { error: { code: -32602, message: 'Unknown argument: of' } }, /-32602: Unknown argument: of/],
    [
      'isError',
      { result: { isError: true, content: [{ type: 'text', text: 'No\u200b rows' }] } },
      /The tool says: No rows/,
    ],
    ['isError without a word', { result: { isError: true, content: [] } }, /isError, and nothing more/],
    ['a demand for input', { result: { resultType: 'input_required' } }, /input_required/],
    ['an unknown result type', { result: { resultType: 'task', content: [] } }, /type that cannot answer/],
    ['no content', { result: {} }, /neither content nor structuredContent/],
    ['too much', { result: { content: ['x'.repeat(3_000_000)] } }, /./],
    ['silence', 'silence', /./],
    ['a drip', 'drip', /./],
    ['a reset', 'reset', /./],
  ])('%s is mcp.call_failed', async (_name, answer, says) => {
    const result = await call(answer, {}, script, known);
    expect(result).toMatchObject({ outcome: 'degraded', class: 'mcp.call_failed', tools: [TOOL], attempts: 1 });
    expect(result.summary).toMatch(/^The call of count failed: /);
    expect(result.call?.faults).toHaveLength(1);
    expect(result.call?.faults[0]).toMatch(says);
    expect(result.durationMs).toBeLessThan(1700);
    expect(result.latencyMs).toBeLessThan(500);
    await expect.poll(server.left).toEqual({ connections: 0, sessions: 0 });
  });

  it('notifications and questions of the server are passed over', async () => {
    const before = [
      { jsonrpc: '2.0', method: 'notifications/progress', params: { progressToken: 1, progress: 1 } },
      { jsonrpc: '2.0', id: 7, method: 'sampling/createMessage', params: {} },
      { jsonrpc: '2.0', id: 'a', method: 'roots/list' },
    ];
    const result = await call({ ...(OK as { result: unknown }), before }, {}, script, known);
    expect(result).toMatchObject({ outcome: 'up', call: { faults: [] } });
  });

  it('a failed list does not keep the tool from being called', async () => {
    server.set({ ...script, tools: [TOOL], capabilities: { tools: {}, prompts: {} }, on: { 'tools/call': () => OK } });
    const expectations = { lists: ['prompts' as const], call: { tool: 'count', arguments: {} } };
    const result = await check(server.url, { known, expectations, timeoutMs: 1500 });
    expect(result).toMatchObject({ class: 'mcp.list_failed', call: { tool: 'count', faults: [] } });
  });
});

it('a call for which no time is left is not sent, and says so', async () => {
  const on = { 'prompts/list': () => 'drip' as const, 'tools/call': () => OK };
  server.set({ tools: [TOOL], capabilities: { tools: {}, prompts: {} }, on });
  const expectations = { lists: ['prompts' as const], call: { tool: 'count', arguments: {} } };
  const result = await check(server.url, { known: WAYS[0]?.known ?? null, expectations, timeoutMs: 1000 });
  expect(result).toMatchObject({
    class: 'mcp.list_failed',
    call: { faults: ['No time was left to ask.'] },
    tools: [TOOL],
  });
  expect(result.warnings.map((warning) => warning.class)).toEqual(['mcp.list_failed', 'mcp.call_failed']);
  expect(calls()).toEqual([]);
});

describe('what must not be called is not called', () => {
  const listed = (...annotations: (object | undefined)[]) => annotations.map((one) => ({ ...TOOL, annotations: one }));
  it.each<[string, unknown[], string]>([
    ['not listed', [{ ...TOOL, name: 'other' }], 'is not listed'],
    ['listed twice', listed({ readOnlyHint: true }, undefined), 'is listed more than once'],
    ['destructive', listed({ destructiveHint: true }), 'is marked destructive'],
    ['destructive and read-only', listed({ destructiveHint: true, readOnlyHint: true }), 'is marked destructive'],
    ['not read-only', listed({ readOnlyHint: false }), 'is marked as not read-only'],
    ['not read-only, not destructive', listed({ readOnlyHint: false, destructiveHint: false }), 'is marked as not'],
  ])('%s', async (_name, tools, says) => {
    const result = await call(OK, {}, { tools });
    expect(result).toMatchObject({ outcome: 'degraded', class: 'mcp.call_refused', call: null });
    expect(result.summary).toContain(`The tool count was not called: it ${says}`);
    expect(calls()).toEqual([]);
  });

  it('one that says nothing of its effects, or that it only reads, is called', async () => {
    for (const annotations of [undefined, { readOnlyHint: true, destructiveHint: false }, { title: 'x' }]) {
      expect(await call(OK, {}, { tools: listed(annotations) })).toMatchObject({ outcome: 'up' });
      expect(calls()).toHaveLength(1);
    }
  });
});

it('a tool is not called without the token that could not be had', async () => {
  server.set({ tools: [TOOL], on: { 'tools/call': () => OK } });
  const tokenUrl = `${new URL(server.url).origin}/token`;
  const auth = { type: 'oauth_client_credentials', clientId: 'a', clientSecret: 'b', tokenUrl } as const;
  const expectations = { call: { tool: 'count', arguments: {} } };
  const result = await check(server.url, { auth, expectations, checkTruth: true });
  expect(result).toMatchObject({ class: 'auth.token_endpoint', call: null, truth: null });
  expect(server.asked.map(({ method }) => method)).toContain('tools/list');
  expect(calls()).toEqual([]);
});

describe('what is expected', () => {
  const faultsOf = async (wanted: Partial<ToolCall>, answer = OK, script: Script = {}) => {
    const result = await call(answer, wanted, script);
    const faults = result.call?.faults ?? [];
    expect(result.class).toBe(faults.length === 0 ? null : 'mcp.call_unexpected');
    return faults;
  };

  it.each<[string, NonNullable<ToolCall['values']>[number], string | null]>([
    ['equal', { pointer: '/structuredContent/total', equals: 3 }, null],
    ['equal in another order', { pointer: '/content/0', equals: { text: 'three', type: 'text' } }, null],
    [
      'another number',
      { pointer: '/structuredContent/total', equals: 4 },
      '/structuredContent/total is 3 instead of 4',
    ],
    [
      'a string for a number',
      { pointer: '/structuredContent/total', equals: '3' },
      '/structuredContent/total is 3 instead of "3"',
    ],
    [
      'no array',
      { pointer: '/content', equals: { 0: { type: 'text', text: 'three' } } },
      '/content is [{"type":"text","text":"three"}] instead of {"0":{"type":"text","text":"three"}}',
    ],
    ['missing', { pointer: '/content/1/text', equals: null }, '/content/1/text is not there'],
    ['no index', { pointer: '/content/length', equals: 1 }, '/content/length is not there'],
    ['of the prototype', { pointer: '/constructor', equals: null }, '/constructor is not there'],
    ['part of a string', { pointer: '/content/0/text', contains: 'hre' }, null],
    ['part of the JSON', { pointer: '/structuredContent', contains: '"total":3' }, null],
    ['part of a number', { pointer: '/structuredContent/total', contains: '3' }, null],
    ['not part of it', { pointer: '/content/0/text', contains: 'four' }, '/content/0/text does not contain "four"'],
    ['anywhere', { pointer: '', contains: 'three' }, null],
  ])('%s', async (_name, value, fault) => {
    expect(await faultsOf({ values: [value] })).toEqual(fault === null ? [] : [fault]);
  });

  it('the form that the tool itself announces', async () => {
    const matches = { matchesOutputSchema: true };
    expect(await faultsOf(matches)).toEqual([]);
    const wrong = { result: { content: [], structuredContent: { total: 'three' } } };
    expect(await faultsOf(matches, wrong)).toEqual([
      'structuredContent does not match the outputSchema: /total is not of type integer',
    ]);
    expect(await faultsOf(matches, { result: { content: [] } })).toEqual(['there is no structuredContent']);
    const { outputSchema: _, ...bare } = TOOL;
    expect(await faultsOf(matches, OK, { tools: [bare] })).toEqual(['the tool has no outputSchema']);
  });

  it('an answer in time', async () => {
    const [fault] = await faultsOf({ maxMs: 0.01 });
    expect(fault).toMatch(/^it took [\d.]+ ms, more than 0.01 ms$/);
  });

  it('all faults are kept, the first three are told, without the credential', async () => {
    const token = 'tk-not-to-be-shown';
    const values = ['a', 'b', 'c', 'd'].map((key) => ({ pointer: `/structuredContent/${key}`, equals: 1 }));
    const structuredContent = { a: `Bearer ${token}`, b: token, c: 0, d: 0 };
    server.set({ tools: [TOOL], on: { 'tools/call': () => ({ result: { structuredContent } }) } });
    const result = await check(server.url, {
      auth: { type: 'bearer', token },
      expectations: { call: { tool: 'count', arguments: {}, values } },
    });
    expect(result.call?.faults).toHaveLength(4);
    expect(result.summary).toMatch(/^The answer of count is not as expected: .*\/c is 0 instead of 1; and 1 more\.$/);
    expect(JSON.stringify(result)).not.toContain(token);
  });
});

describe('headers of a modern call', () => {
  const property = (type: string, header: unknown) => ({ type, 'x-mcp-header': header });
  const inputSchema = {
    type: 'object',
    properties: {
      region: property('string', 'Region'),
      count: property('integer', 'Count'),
      dry: property('boolean', 'Dry-Run'),
      ratio: property('string', 'Ratio'),
      odd: property('string', 'bad header'),
      where: { type: 'object', properties: { city: property('string', 'City') } },
    },
  };
  const headersOf = async (args: Record<string, unknown>, era: 'modern' | 'legacy' = 'modern') => {
    await call(
      OK,
      { arguments: args },
      { era, tools: [{ ...TOOL, inputSchema }] },
      WAYS[era === 'modern' ? 1 : 0]?.known,
    );
    const { headers = {} } = calls()[0] ?? {};
    return Object.fromEntries(Object.entries(headers).filter(([name]) => /^mcp-(name|method|param)/.test(name)));
  };

  it('name the tool, and mirror the arguments that its schema asks for', async () => {
    const args = { region: 'eu', count: 3, dry: false, ratio: 1.5, odd: 'x', where: { city: 'Bonn' }, free: 'no' };
    expect(await headersOf(args)).toEqual({
      'mcp-method': 'tools/call',
      'mcp-name': 'count',
      'mcp-param-region': 'eu',
      'mcp-param-count': '3',
      'mcp-param-dry-run': 'false',
      'mcp-param-city': 'Bonn',
    });
  });

  it('encode what a header cannot hold', async () => {
    const encoded = (text: string) => `=?base64?${Buffer.from(text).toString('base64')}?=`;
    for (const region of ['Köln', ' eu', '', 'a\r\nx-evil: 1', '=?base64?eA==?='])
      expect((await headersOf({ region }))['mcp-param-region']).toBe(encoded(region));
    expect((await headersOf({ region: 'eu west' }))['mcp-param-region']).toBe('eu west');
  });

  it('are not sent to legacy servers', async () => expect(await headersOf({ region: 'eu' }, 'legacy')).toEqual({}));
});
