import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../limits.ts';
import { check } from '../testing.ts';
import { type Answer, type Asked, type Script, type Scripted, startScripted, WAYS } from './testing/scripted-server.ts';

let server: Scripted;
beforeAll(async () => {
  server = await startScripted();
});
afterAll(() => server[Symbol.asyncDispose]());

const TOOLS = [{ name: 'a', inputSchema: { type: 'object' } }];
const ALL = ['prompts', 'resources', 'resourceTemplates'] as const;
const listing =
  (member: string, entries: unknown, more: object = {}) =>
  (): Answer => ({ result: { [member]: entries, ...more } });

const look = (script: Script, known = WAYS[0]?.known ?? null, lists: readonly (typeof ALL)[number][] = ALL) => {
  server.set({ tools: TOOLS, capabilities: { tools: {}, prompts: {}, resources: {} }, ...script });
  return check(server.url, { known, expectations: { lists: [...lists] }, timeoutMs: 1500 });
};

describe.each(WAYS)('over $name', ({ script, known }) => {
  it('every list that is wanted is read whole, as it was sent', async () => {
    const pages: Record<string, Answer> = {
      start: { result: { prompts: [{ name: 'p', 'x-own': 1 }], nextCursor: 'two' } },
      two: { result: { prompts: [{ name: 'q' }] } },
    };
    const result = await look(
      {
        ...script,
        on: {
          'prompts/list': ({ params }) => pages[String(params.cursor ?? 'start')],
          'resources/list': listing('resources', [{ uri: 'x:1', name: 'one' }]),
          'resources/templates/list': listing('resourceTemplates', []),
        },
      },
      known,
    );
    expect(result).toMatchObject({ outcome: 'up', class: null, warnings: [], tools: TOOLS });
    expect(result.lists).toEqual({
      prompts: [{ name: 'p', 'x-own': 1 }, { name: 'q' }],
      resources: [{ uri: 'x:1', name: 'one' }],
      resourceTemplates: [],
    });
    expect(result.phases.map(({ name, ok }) => [name, ok])).toContainEqual(['lists', true]);
  });

  it('nothing is asked that is not declared, or not wanted', async () => {
    const result = await look({ ...script, capabilities: { tools: {}, resources: {} } }, known, ['prompts']);
    expect(result).toMatchObject({ outcome: 'up', lists: {} });
    server.set({ ...script, tools: TOOLS, capabilities: { tools: {}, prompts: {} } });
    expect(await check(server.url, { known })).toMatchObject({ outcome: 'up', lists: {} });
    expect(server.asked.map(({ method }) => method)).not.toContain('prompts/list');
  });

  it('resources without templates need not know the method', async () => {
    const result = await look({ ...script, on: { 'resources/list': listing('resources', []) } }, known, [
      'resources',
      'resourceTemplates',
    ]);
    expect(result).toMatchObject({ outcome: 'up', lists: { resources: [], resourceTemplates: [] } });
  });

  it.each<[string, Answer, RegExp]>([
    [
      'an error',
      { error: { code: -32603, message: 'The\u202e database\nis away' } },
      /error -32603: The database is away/,
    ],
    ['no such method', { error: { code: -32601, message: 'Method not found' } }, /-32601/],
    ['no list', { result: { prompts: 'none' } }, /no such list/],
    ['another result type', { result: { resultType: 'input_required', prompts: [] } }, /type that cannot answer this/],
    ['too many entries', { result: { prompts: Array.from({ length: LIMITS.tools + 1 }, () => 0) } }, /more than 5000/],
    ['too much', { result: { prompts: ['x'.repeat(3_000_000)] } }, /./],
    ['a hang', 'silence', /./],
    ['a drip', 'drip', /./],
    ['a reset', 'reset', /./],
  ])('%s is a warning, and costs neither the tools nor the other list', async (name, answer, says) => {
    const result = await look(
      { ...script, on: { 'prompts/list': () => answer, 'resources/list': listing('resources', []) } },
      known,
      ['resources', 'prompts'],
    );
    expect(result).toMatchObject({ outcome: 'degraded', class: 'mcp.list_failed', tools: TOOLS, attempts: 1 });
    expect(result.lists).toEqual({ resources: [] });
    expect(result.summary).toMatch(/^prompts\/list cannot be read: /);
    expect(result.summary).toMatch(says);
    expect(result.durationMs, name).toBeLessThan(1700);
    expect(result.latencyMs).toBeLessThan(500);
    expect(result.phases).toContainEqual({ name: 'lists', ms: expect.any(Number), ok: false });
    await expect.poll(server.left).toEqual({ connections: 0, sessions: 0 });
  });

  it('a cursor that comes again ends the list and is told', async () => {
    const result = await look(
      { ...script, on: { 'prompts/list': listing('prompts', [{ name: 'p' }], { nextCursor: 'again' }) } },
      known,
      ['prompts'],
    );
    expect(result).toMatchObject({ outcome: 'degraded', class: 'mcp.pagination_loop' });
    expect(result.lists.prompts?.length).toBeGreaterThan(0);
  });
});

it.each<[number, string]>([
  [1, 'legacy'],
  [2, 'modern'],
])('an empty cursor means %i page(s) in %s', async (pages, era) => {
  const { script, known } = WAYS.find(({ name }) => name === era) ?? {};
  const page = ({ params }: Asked): Answer => ({
    result: { prompts: [{ name: 'p' }], ...(params.cursor === undefined && { nextCursor: '' }) },
  });
  const { lists } = await look({ ...script, on: { 'prompts/list': page } }, known, ['prompts']);
  expect(lists.prompts).toHaveLength(pages);
});

it('the phase is not ok when any list failed', async () => {
  const { phases } = await look({ on: { 'resources/list': listing('resources', []) } }, undefined, [
    'prompts',
    'resources',
  ]);
  expect(phases).toContainEqual({ name: 'lists', ms: expect.any(Number), ok: false });
});

it('an unchanged list is the same array', async () => {
  const prompts = [{ name: 'p', description: 'x'.repeat(LIMITS.answerMinBytes) }];
  const script = { on: { 'prompts/list': listing('prompts', prompts) } };
  const first = await look(script, undefined, ['prompts']);
  expect((await look(script, undefined, ['prompts'])).lists.prompts).toBe(first.lists.prompts);
});

it('a list that hangs leaves the time that a session needs to be ended', async () => {
  await look({ on: { 'prompts/list': () => 'drip' } }, undefined, ['prompts']);
  expect(server.asked.at(-1)?.verb).toBe('DELETE');
});
