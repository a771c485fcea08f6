import type { ProbeResult, ProbeTarget } from '@alivemcp/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../testing.ts';
import {
  type Answer,
  type Asked,
  type Script,
  type Scripted,
  startScripted,
  WAYS,
} from '../testing/scripted-server.ts';

let server: Scripted;
beforeAll(async () => {
  server = await startScripted();
});
afterAll(() => server[Symbol.asyncDispose]());

const TOOLS = ['a', 'b', 'c'].map((name) => ({ name, inputSchema: { type: 'object' } }));
const [LEGACY, MODERN, SSE] = WAYS.map(({ known }) => known);
const TOKEN = { type: 'bearer', token: 'tk-of-the-owner' } as const;
const MODERN_LIST = { resultType: 'complete', ttlMs: 1, cacheScope: 'public' };

const look = (script: Script, more: Partial<ProbeTarget> = {}): Promise<ProbeResult> => {
  server.set({ tools: TOOLS, ...script });
  return check(server.url, { known: LEGACY, checkTruth: true, timeoutMs: 1500, ...more });
};
const spoken = () => server.asked.map(({ verb, method }) => method || verb);
const agreeTo =
  (answer: (asked: unknown) => unknown) =>
  ({ params }: Asked): Answer => ({
    result: {
      protocolVersion: answer(params.protocolVersion),
      capabilities: { tools: {} },
      serverInfo: { name: 'x', version: '1' },
    },
  });
const isStranger = ({ headers }: Asked) => headers.authorization === undefined;

describe.each(WAYS)('over $name', ({ script, known }) => {
  it('a true server gets no note, and no session is left', async () => {
    expect(await look(script, { known })).toMatchObject({ outcome: 'up', truth: [], warnings: [] });
    await expect.poll(server.left).toEqual({ connections: 0, sessions: 0 });
  });

  it('nothing is asked of a server whose truth is not looked at, or that is down', async () => {
    expect(await look(script, { known, checkTruth: false })).toMatchObject({ outcome: 'up', truth: null });
    const asked = spoken().length;
    await look({ ...script, on: { 'tools/list': () => ({ error: { code: -32603, message: 'x' } }) } }, { known });
    expect(spoken()).toHaveLength(asked);
  });

  it('tools listed to a stranger are counted', async () => {
    const list = (one: Asked): Answer => ({
      result: { ...MODERN_LIST, tools: isStranger(one) ? TOOLS.slice(1) : TOOLS },
    });
    const result = await look({ ...script, on: { 'tools/list': list } }, { known, auth: TOKEN });
    expect(result).toMatchObject({ outcome: 'up', tools: TOOLS });
    expect(result.truth).toEqual([
      { kind: 'answers_strangers', summary: 'It lists 2 of 3 tools without the credential.' },
    ]);
    await expect.poll(server.left).toEqual({ connections: 0, sessions: 0 });
  });

  it('a stranger who gets nothing is as it should be', async () => {
    const refuse = (one: Asked) => (isStranger(one) ? { status: 401 } : undefined);
    const on = { initialize: refuse, 'server/discover': refuse, 'tools/list': refuse, GET: refuse };
    expect(await look({ ...script, on }, { known, auth: TOKEN })).toMatchObject({ outcome: 'up', truth: [] });
    const empty = (one: Asked) => (isStranger(one) ? { result: { ...MODERN_LIST, tools: [] } } : undefined);
    const none = { ...script, on: { 'tools/list': empty } };
    expect(await look(none, { known, auth: TOKEN })).toMatchObject({ outcome: 'up', truth: [] });
  });

  it.each<[string, Answer]>([
    ['hangs', 'silence'],
    ['drips', 'drip'],
    ['hangs up', 'reset'],
  ])('a server that %s on a question is up all the same, in time', async (_name, answer) => {
    let asked = 0;
    const second = () => (++asked > 1 ? answer : undefined);
    const result = await look({ ...script, on: { initialize: second, 'server/discover': second } }, { known });
    expect(result).toMatchObject({ outcome: 'up', class: null, tools: TOOLS, truth: [], attempts: 1, warnings: [] });
    expect(result.durationMs).toBeLessThan(1500);
    expect(result.latencyMs).toBeLessThan(300);
    await expect.poll(server.left).toEqual({ connections: 0, sessions: 0 });
  });
});

describe('a version that does not exist', () => {
  it.each([
    ['legacy', {}, LEGACY],
    ['HTTP+SSE', { transport: 'sse' as const }, SSE],
  ])('is echoed in %s', async (_name, script, known) => {
    const result = await look({ ...script, on: { initialize: agreeTo((version) => version) } }, { known });
    expect(result.truth).toEqual([
      { kind: 'echoes_version', summary: 'Asked for MCP 1999-01-01, which does not exist, it agrees to it.' },
    ]);
    await expect.poll(server.left).toEqual({ connections: 0, sessions: 0 });
  });

  it('is answered in modern', async () => {
    const result = { ...MODERN_LIST, supportedVersions: ['2026-07-28'], capabilities: { tools: {} } };
    const { truth } = await look({ era: 'modern', on: { 'server/discover': () => ({ result }) } }, { known: MODERN });
    expect(truth).toMatchObject([{ kind: 'echoes_version' }]);
  });
});

describe('a downgrade', () => {
  const discover = () => ({
    result: { ...MODERN_LIST, supportedVersions: ['2026-07-28', '2025-11-25'], capabilities: { tools: {} } },
  });
  const honest = (one: Asked) => (one.headers['mcp-protocol-version'] === '2026-07-28' ? discover() : undefined);

  it('is an initialize answered in another version than the one that discover names', async () => {
    const initialize = agreeTo(() => '2025-06-18');
    const { truth } = await look({ era: 'modern', on: { 'server/discover': honest, initialize } }, { known: MODERN });
    expect(truth).toEqual([
      {
        kind: 'downgrades',
        summary: 'It says that it speaks MCP 2025-11-25, but asked for that version it answers in 2025-06-18.',
      },
    ]);
    await expect.poll(server.left).toEqual({ connections: 0, sessions: 0 });
    const right = { 'server/discover': honest, initialize: agreeTo((version) => version) };
    expect(await look({ era: 'modern', on: right }, { known: MODERN })).toMatchObject({ truth: [] });
    const refused = { 'server/discover': honest, initialize: () => ({ status: 400 }) };
    expect(await look({ era: 'modern', on: refused }, { known: MODERN })).toMatchObject({ truth: [] });
  });

  it('is an initialize that does not keep to the version it gave', async () => {
    const less: Record<string, string> = { '2025-11-25': '2025-06-18', '2025-06-18': '2025-03-26' };
    const { truth } = await look({ on: { initialize: agreeTo((version) => less[String(version)] ?? '2025-03-26') } });
    expect(truth).toMatchObject([{ kind: 'downgrades' }]);
  });

  it('is not an offer of less than we asked for', async () => {
    const { truth, protocol } = await look({ on: { initialize: agreeTo(() => '2025-03-26') } });
    expect({ truth, protocol }).toMatchObject({ truth: [], protocol: { version: '2025-03-26' } });
  });

  it.each([
    ['form', { tools: TOOLS }, 'the form of an older one'],
    [
      'word',
      { ...MODERN_LIST, tools: TOOLS, _meta: { 'io.modelcontextprotocol/protocolVersion': '2025-06-18' } },
      'MCP 2025-06-18',
    ],
  ])('is a modern list that is older by its %s', async (_name, result, says) => {
    const { truth } = await look({ era: 'modern', on: { 'tools/list': () => ({ result }) } }, { known: MODERN });
    expect(truth).toEqual([
      { kind: 'downgrades', summary: `It offers MCP 2026-07-28, but answers tools/list in ${says}.` },
    ]);
  });
});

it('no time for the questions is no answer to them', async () => {
  let asked = 0;
  const on = {
    initialize: () => (++asked > 1 ? ('silence' as const) : undefined),
    'prompts/list': () => 'drip' as const,
  };
  const capabilities = { tools: {}, prompts: {} };
  const result = await look({ capabilities, on }, { expectations: { lists: ['prompts'] } });
  expect(result).toMatchObject({ outcome: 'degraded', class: 'mcp.list_failed', tools: TOOLS, truth: null });
  expect(result.durationMs).toBeLessThan(1700);
});

it('too little time for all the questions is no answer to any', async () => {
  let asked = 0;
  const initialize = () => (++asked > 1 ? ('silence' as const) : undefined);
  const list = () => ({ result: { tools: TOOLS }, afterMs: 900 });
  const result = await look({ on: { initialize, 'tools/list': list } }, { auth: TOKEN });
  expect(result).toMatchObject({ outcome: 'up', tools: TOOLS, truth: null });
  expect(result.durationMs).toBeLessThan(1700);
});

it('a credential of the owner is shown to nobody by the questions', async () => {
  const echo = (one: Asked): Answer => ({
    result: { tools: [{ ...TOOLS[0], description: one.headers.authorization }] },
  });
  const { truth } = await look({ on: { 'tools/list': echo } }, { auth: TOKEN });
  expect(truth).toEqual([{ kind: 'answers_strangers', summary: 'It lists 1 of 1 tools without the credential.' }]);
  const strangers = server.asked.filter(({ method }) => method === 'tools/list').filter(isStranger);
  expect(strangers).toHaveLength(1);
});
