import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryTools } from '../arbitrary-tools.ts';
import { canonicalToolList } from '../canonical/canonical-tool-list.ts';
import { cpuMs } from '../cpu-ms.ts';
import { diffToolLists } from './diff-tool-lists.ts';
import { MAX_CHANGES } from './worst-changes.ts';

const seen = (before: unknown[], after: unknown[]) =>
  diffToolLists(before, after).map(({ class: worst, kind, pointer }) => `${worst} ${kind} ${pointer}`);

test('equal hashes give no change, different ones at least one', () => {
  fc.assert(
    fc.property(arbitraryTools, arbitraryTools, (before, after) => {
      const same = canonicalToolList(before).hash === canonicalToolList(after).hash;
      expect(diffToolLists(before, after).length === 0).toBe(same);
    }),
    { numRuns: 3000 },
  );
});

test('one schema changed into another is never silent', () => {
  fc.assert(
    fc.property(arbitraryTools, arbitraryTools, ([a = {}], [b = {}]) => {
      const before = [{ name: 't', inputSchema: a, outputSchema: b }];
      const after = [{ name: 't', inputSchema: b, outputSchema: a }];
      const same = canonicalToolList(before).hash === canonicalToolList(after).hash;
      expect(diffToolLists(before, after).length === 0).toBe(same);
    }),
    { numRuns: 2000 },
  );
});

test('the order of the lists changes nothing', () => {
  fc.assert(
    fc.property(arbitraryTools, arbitraryTools, (before, after) => {
      expect(diffToolLists([...before].reverse(), [...after].reverse())).toEqual(diffToolLists(before, after));
    }),
  );
});

test('every change has one clean line, a class and a pointer', () => {
  fc.assert(
    fc.property(arbitraryTools, arbitraryTools, (before, after) => {
      for (const change of diffToolLists(before, after)) {
        expect(change.summary).toMatch(/^[^\p{Cc}\p{Cs}]+\.$/u);
        expect(change.pointer).toMatch(/^(?:\/(?:[^~/]|~[01])*)*$/u);
        expect(() => JSON.stringify(change)).not.toThrow();
      }
    }),
  );
});

describe('tools', () => {
  test('come and go, worst first', () => {
    expect(seen([{ name: 'a' }, { name: 'b' }], [{ name: 'b', title: 'B' }, { name: 'c' }])).toEqual([
      'breaking tool_removed /a',
      'additive tool_added /c',
      'cosmetic title_changed /b/title',
    ]);
  });

  test('a name is escaped in the pointer', () => {
    expect(seen([], [{ name: 'a/b~c' }])).toEqual(['additive tool_added /a~1b~0c']);
  });

  test('a second tool of a name, and entries without one', () => {
    expect(seen([{ name: 'a' }, 7], [{ name: 'a' }, { name: 'a', title: 'x' }, null])).toEqual([
      'behavioural malformed_tool_added /',
      'behavioural malformed_tool_removed /',
      'behavioural duplicate_added /a',
    ]);
  });

  test('what is not the schema', () => {
    const before = { name: 'a', description: 'x', annotations: { readOnlyHint: true, title: 'A' }, icons: [] };
    const after = { name: 'a', description: 'y', annotations: { title: 'B' }, _meta: {}, execution: {}, vendor: 1 };
    expect(seen([before], [after])).toEqual([
      'behavioural privilege_widened /a/annotations/readOnlyHint',
      'behavioural description_changed /a/description',
      'behavioural execution_changed /a/execution',
      'cosmetic meta_changed /a/_meta',
      'cosmetic title_changed /a/annotations/title',
      'cosmetic icons_changed /a/icons',
      'cosmetic member_changed /a/vendor',
    ]);
  });
});

describe('hostile lists', () => {
  test('more changes than can be listed are counted, the worst kept', () => {
    const tools = Array.from({ length: 4999 }, (_, index) => ({ name: `t${index}` }));
    const changes = diffToolLists(
      [...tools, { name: 'gone' }],
      tools.map((tool) => ({ ...tool, title: 'x' })),
    );
    expect(changes).toHaveLength(MAX_CHANGES);
    expect(changes[0]?.kind).toBe('tool_removed');
    expect(changes.at(-1)).toMatchObject({
      kind: 'changes_left_out',
      summary: '4001 more changes, none worse than those listed.',
    });
  });

  test('a huge name above many changes is not repeated in each', () => {
    const many = (type: string) => Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`p${i}`, { type }]));
    const nest = (type: string) => [
      { name: 'n'.repeat(1e6), inputSchema: { properties: { ['x'.repeat(1e6)]: { properties: many(type) } } } },
    ];
    const changes = diffToolLists(nest('string'), nest('number'));
    expect(changes[0]).toMatchObject({ kind: 'type_changed', pointer: '/…' });
    expect(JSON.stringify(changes).length).toBeLessThan(2_000_000);
  });

  test.each<[string, (turn: number) => unknown]>([
    ['long sets', (turn) => ({ enum: Array.from({ length: 100_000 }, (_, i) => i * 2 + turn) })],
    ['long types', (turn) => ({ type: Array.from({ length: 100_000 }, () => (turn ? 'string' : 'null')) })],
    ['many alternatives', (turn) => ({ anyOf: Array.from({ length: 50_000 }, (_, i) => ({ const: i * 2 + turn })) })],
    [
      'many parameters',
      (turn) => ({ properties: Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`${turn}${i}`, true])) }),
    ],
    [
      'a deep chain with the change at its end',
      (turn) => {
        const leaf: unknown = { enum: Array.from({ length: 100_000 }, (_, i) => i).concat(-turn - 1) };
        return Array.from({ length: 60 }).reduce<unknown>((items) => ({ items }), leaf);
      },
    ],
  ])('%s take no long time', (_, schema) => {
    const started = cpuMs();
    expect(diffToolLists([{ name: 't', inputSchema: schema(0) }], [{ name: 't', inputSchema: schema(1) }])).not.toEqual(
      [],
    );
    expect(cpuMs() - started).toBeLessThan(8000);
  });

  test('of long values the piece that differs is quoted', () => {
    const same = 'x'.repeat(5000);
    const [change] = diffToolLists(
      [{ name: 'a', description: `${same} old ${same}` }],
      [{ name: 'a', description: `${same} new ${same}` }],
    );
    expect(change?.before).toMatch(/^…x{99} old x+…$/);
    expect(change?.after).toMatch(/^…x{99} new x+…$/);
    expect(String(change?.after)).toHaveLength(1002);
  });

  test('values are quoted up to a bound', () => {
    const [change] = diffToolLists([], [{ name: 'a', description: 'x'.repeat(100_000) }]);
    expect(String(change?.after).length).toBeLessThan(1100);
  });

  test('escapes and direction marks do not reach the sentence', () => {
    const [change] = diffToolLists([], [{ name: '\u001b[31mred\u202e' }]);
    expect(change?.summary).toBe('Tool "�[31mred�" was added.');
  });
});
