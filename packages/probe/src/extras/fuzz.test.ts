import { FAILURE_CLASSES, HIDDEN_CHARACTERS } from '@alivemcp/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { check } from '../testing.ts';
import { type Answer, type Scripted, startScripted, WAYS } from './testing/scripted-server.ts';

let server: Scripted;
beforeAll(async () => {
  server = await startScripted();
});
afterAll(() => server[Symbol.asyncDispose]());

const SEED = 20261121;
const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__":{"polluted":true}}'),
    'a\u202eb\u0000c\u2028',
    'x'.repeat(5000),
    Array.from({ length: 5001 }, () => ({})),
    [null, 1, [], { name: 7 }],
  ),
);
const member = (...names: string[]) =>
  fc.dictionary(fc.constantFrom(...names, 'resultType', 'isError', 'nextCursor'), odd);
const result = fc.oneof(
  odd,
  member('prompts', 'resources', 'resourceTemplates'),
  member('content', 'structuredContent', '_meta'),
  member('protocolVersion', 'supportedVersions', 'tools'),
);
const answer: fc.Arbitrary<Answer | undefined> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ result, before: fc.array(odd, { maxLength: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ error: fc.record({ code: fc.integer(), message: fc.string() }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ status: fc.constantFrom(200, 204, 301, 401, 404, 429, 503), text: fc.string() }),
  },
  { weight: 2, arbitrary: fc.constantFrom('reset' as const, undefined) },
);
const METHODS = ['prompts/list', 'resources/list', 'resources/templates/list', 'tools/call'];

it('whatever is answered beyond the tools, they are kept, and what is said of it is sound', async () => {
  const one = fc.record({
    way: fc.constantFrom(...WAYS),
    answers: fc.tuple(answer, answer, answer, answer),
    truth: answer,
    outputSchema: fc.oneof(odd, fc.constant({ type: 'object' })),
  });
  const property = fc.asyncProperty(one, async ({ way, answers, truth, outputSchema }) => {
    let openings = 0;
    const opening = () => (++openings > 1 ? truth : undefined);
    const on = Object.fromEntries(METHODS.map((method, i) => [method, () => answers[i]]));
    const tools = [{ name: 'a', inputSchema: { type: 'object' }, outputSchema }];
    const capabilities = { tools: {}, prompts: {}, resources: {} };
    server.set({ ...way.script, tools, capabilities, on: { ...on, initialize: opening, 'server/discover': opening } });
    const call = {
      tool: 'a',
      arguments: {},
      matchesOutputSchema: true,
      maxMs: 0.001,
      values: [
        { pointer: '/content/0', equals: { a: 1 } },
        { pointer: '', contains: 'x' },
      ],
    };
    const seen = await check(server.url, {
      known: way.known,
      auth: { type: 'bearer', token: 'tk_0123456789' },
      checkTruth: true,
      expectations: { lists: ['prompts', 'resources', 'resourceTemplates'], call },
      timeoutMs: 400,
    });
    expect(['up', 'degraded']).toContain(seen.outcome);
    expect(seen.tools).toHaveLength(1);
    expect(seen.durationMs).toBeLessThan(700);
    for (const { class: failureClass } of seen.warnings) expect(FAILURE_CLASSES[failureClass].effect).toBe('degraded');
    for (const list of Object.values(seen.lists)) expect(Array.isArray(list)).toBe(true);
    for (const { summary } of seen.truth ?? []) expect(summary).toBeTypeOf('string');
    const said = [seen.summary, ...seen.warnings.map(({ summary }) => summary), ...(seen.call?.faults ?? [])];
    for (const text of said) {
      expect(text.length).toBeLessThanOrEqual(600);
      expect(text.match(HIDDEN_CHARACTERS)).toBeNull();
      expect(text).not.toMatch(/[\t\n]/);
      expect(text.isWellFormed()).toBe(true);
    }
    expect({}).not.toHaveProperty('polluted');
    await expect.poll(() => server.left().connections, { interval: 5 }).toBe(0);
  });
  await fc.assert(property, { seed: SEED, numRuns: 150, interruptAfterTimeLimit: 8000 });
});
