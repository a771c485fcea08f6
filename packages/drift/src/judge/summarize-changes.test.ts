import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryTools } from '../arbitrary-tools.ts';
import { diffToolLists } from '../diff/diff-tool-lists.ts';
import { joinChanges } from '../diff/worst-changes.ts';
import { diffSurfaces } from '../surface/diff-surfaces.ts';
import { MAX_SUMMARY, summarizeChanges } from './summarize-changes.ts';
import { worstClass } from './worst-class.ts';

const named = (...names: string[]) => names.map((name) => ({ name }));

test('counts and names the tools', () => {
  const changes = diffToolLists(named('a', 'b', 'd'), [...named('c'), { name: 'd', title: 'D', description: 'd' }]);
  expect(summarizeChanges(changes)).toBe('2 tools removed (a, b), 1 added (c), 1 changed (d)');
  expect(summarizeChanges(changes, ['c', 'd'])).toBe('2 tools removed (a, b), 1 added (c), 1 changed (d); now 2');
});

test('one tool is one tool, and nothing is said to be nothing', () => {
  expect(summarizeChanges(diffToolLists(named('a'), []))).toBe('1 tool removed (a)');
  expect(summarizeChanges([])).toBe('No change');
  expect(summarizeChanges(diffToolLists([null], []))).toBe('Malformed entries changed');
});

test('one change of one tool is said in full, with more it is counted', () => {
  const before = [{ name: 'a', title: 'A', inputSchema: { properties: { q: {}, r: {} } } }];
  const one = [{ name: 'a', title: 'A', inputSchema: { properties: { q: {} } } }];
  expect(summarizeChanges(diffToolLists(before, one))).toBe('1 tool changed (a): parameter "r" was removed');
  const three = [{ name: 'a', inputSchema: { properties: {} } }];
  expect(summarizeChanges(diffToolLists(before, three))).toBe(
    '1 tool changed (a): parameter "q" was removed, and 2 more',
  );
});

test('a rename is a guess, a deprecated tool is named as such', () => {
  const like = { description: 'Finds orders by number', inputSchema: { properties: { number: { type: 'string' } } } };
  const changes = diffToolLists(
    [{ name: 'get_order', ...like }, { name: 'b' }],
    [
      { name: 'fetch_order', ...like },
      { name: 'b', description: '[DEPRECATED]' },
    ],
  );
  expect(summarizeChanges(changes)).toBe(
    '1 tool removed (get_order), 1 added (fetch_order), 1 perhaps renamed (get_order → fetch_order), 1 deprecated (b)',
  );
});

test('a deprecated tool that changed in another way too is also a changed one', () => {
  const after = { name: 'b', _meta: { deprecated: true } };
  expect(summarizeChanges(diffToolLists(named('b'), [after]))).toBe('1 tool deprecated (b)');
  expect(summarizeChanges(diffToolLists(named('b'), [{ ...after, inputSchema: {} }]))).toBe(
    '1 tool deprecated (b), 1 changed (b)',
  );
});

test('what was counted from a list that was cut is at least so much', () => {
  const many = named(...Array.from({ length: 1500 }, (_, i) => `t${String(i).padStart(4, '0')}`));
  expect(summarizeChanges(diffToolLists(many, []))).toBe(
    'At least 999 tools removed (t0000, t0001, t0002, t0003, t0004, …)',
  );
});

test('never longer than its bound, never with hidden text', () => {
  const names = fc.array(fc.string({ unit: 'binary', maxLength: 100 }), { maxLength: 30 });
  fc.assert(
    fc.property(names, names, (before, after) => {
      const line = summarizeChanges(diffToolLists(named(...before), named(...after)), after);
      expect(line.length).toBeLessThanOrEqual(MAX_SUMMARY);
      expect(line).not.toMatch(/[\p{Cc}\u202e\u2066]/u);
    }),
  );
});

test('worstClass is the class of the first change', () => {
  fc.assert(
    fc.property(arbitraryTools, arbitraryTools, (before, after) => {
      const changes = diffToolLists(before, after);
      expect(worstClass([...changes].reverse())).toBe(changes[0]?.class ?? null);
    }),
  );
});

const server = {
  serverInfo: { name: 'a' },
  capabilities: { tools: {} },
  instructions: 'x',
  prompts: [],
  resources: [],
};
const both = (tools: [unknown[], unknown[]], after: object) =>
  joinChanges(diffToolLists(...tools), diffSurfaces(server, { ...server, ...after }));

test('what changed besides the tools follows them', () => {
  expect(summarizeChanges(both([[], []], { instructions: 'y' }), ['t'])).toBe('Instructions changed');
  expect(
    summarizeChanges(
      both([named('a'), named('b')], {
        serverInfo: { name: 'b' },
        instructions: null,
        capabilities: { tools: { listChanged: true }, prompts: {} },
        prompts: named('p', 'q'),
      }),
      ['b'],
    ),
  ).toBe(
    '1 tool removed (a), 1 added (b); now 1; server renamed, 1 capability added (prompts), 1 changed (tools), instructions removed, 2 prompts added (p, q)',
  );
});

test('an entry is counted once, under the worst that became of it', () => {
  const before = { prompts: [{ name: 'p/~', title: 'P', description: 'x' }] };
  const after = { prompts: [{ name: 'p/~', title: 'Q', description: 'y' }] };
  expect(summarizeChanges(diffSurfaces(before, after))).toBe('1 prompt changed (p/~)');
});

test('where there is no room, the parts alone are named', () => {
  const long = named(...Array.from({ length: 200 }, (_, i) => `${'n'.repeat(60)}${i}`));
  const templates = long.map(({ name }) => ({ uriTemplate: name }));
  const before = { ...server, prompts: long, resources: [{ uri: 'a' }, { uri: 'b' }], resourceTemplates: templates };
  const after = {
    serverInfo: { name: 'b' },
    capabilities: { a: {}, b: {} },
    instructions: 'y',
    prompts: [...long.slice(100), { name: 'new' }].map((prompt) => ({ ...prompt, title: 'T' })),
    resources: [{ uri: 'b', name: 'B' }, { uri: 'c' }],
    resourceTemplates: [...templates.slice(100), { uriTemplate: 'c' }],
  };
  const line = summarizeChanges(joinChanges(diffToolLists(long, [{ name: 'x' }]), diffSurfaces(before, after)), ['x']);
  expect(line).toBe(
    '200 tools removed, 1 added; now 1; also changed: server name, capabilities, instructions, prompts, resources, resource templates',
  );
});
