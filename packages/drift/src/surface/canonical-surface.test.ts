import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitrarySurface } from '../arbitrary-surface.ts';
import { isJsonObject, type Json } from '../canonical/json.ts';
import { turned } from '../turned.fixture.ts';
import { canonicalSurface, type SurfaceInput } from './canonical-surface.ts';

const plain: SurfaceInput = {
  serverInfo: { name: 'shop', version: '1.0.0' },
  capabilities: { tools: {}, prompts: { listChanged: true } },
  instructions: 'Find an order before you change it.',
  lists: { prompts: [], resources: [], resourceTemplates: [] },
};
const hash = (more: Partial<SurfaceInput>) => canonicalSurface({ ...plain, ...more }).hash;
const ofPrompts = (...prompts: unknown[]) => hash({ lists: { prompts } });
const ofResources = (...resources: unknown[]) => hash({ lists: { resources } });

describe('what never changes the hash', () => {
  test('order of keys, of entries and of arguments', () => {
    fc.assert(
      fc.property(arbitrarySurface, (input) => {
        const lists = Object.entries(input.lists).map(([list, entries]) => [list, [...entries].reverse()]);
        const other = turned({ ...input, lists: Object.fromEntries(lists) }) as SurfaceInput;
        expect(canonicalSurface(other)).toEqual(canonicalSurface(input));
      }),
    );
    const [a, b] = [{ name: 'a' }, { name: 'b', required: true }];
    expect(ofPrompts({ name: 'p', arguments: [a, b] })).toBe(ofPrompts({ name: 'p', arguments: [b, a] }));
  });

  test('the version, white space, and having been stored as text', () => {
    fc.assert(
      fc.property(arbitrarySurface, (input) => {
        const { hash: once, content } = canonicalSurface(input);
        const serverInfo = input.serverInfo && { ...input.serverInfo, version: '9.9.9' };
        expect(canonicalSurface({ ...input, serverInfo }).hash).toBe(once);
        const {
          serverInfo: _,
          capabilities: __,
          instructions: ___,
          ...lists
        } = JSON.parse(JSON.stringify(content, null, 2));
        expect(canonicalSurface({ ...JSON.parse(JSON.stringify(content)), lists }).hash).toBe(once);
      }),
    );
  });

  test('size and date of a resource, which are those of its content', () => {
    const with_ = (more: object) => ofResources({ uri: 'a:b', annotations: { priority: 1, ...more } });
    expect(with_({ lastModified: '2026-11-02' })).toBe(with_({}));
    expect(ofResources({ uri: 'a:b', size: 7 })).toBe(ofResources({ uri: 'a:b' }));
  });

  test('instructions that say nothing', () => {
    expect(hash({ instructions: '' })).toBe(hash({ instructions: null }));
  });
});

describe('what always changes the hash', () => {
  test.each<[string, Partial<SurfaceInput>, Partial<SurfaceInput>]>([
    ['the name', { serverInfo: { name: 'a', version: '1' } }, { serverInfo: { name: 'b', version: '1' } }],
    ['no name', { serverInfo: null }, { serverInfo: { name: '', version: '1' } }],
    ['a capability', { capabilities: {} }, { capabilities: { tools: {} } }],
    ['order where it has meaning', { capabilities: { a: [1, 2] } }, { capabilities: { a: [2, 1] } }],
    ['a word of the instructions', { instructions: 'a' }, { instructions: 'b' }],
    ['an entry twice', { lists: { prompts: [{ name: 'p' }] } }, { lists: { prompts: [{ name: 'p' }, { name: 'p' }] } }],
    ['a list that was not read', { lists: {} }, { lists: { prompts: [] } }],
    ['a size elsewhere', { lists: { prompts: [{ size: 1 }] } }, { lists: { prompts: [{ size: 2 }] } }],
  ])('%s', (_, a, b) => {
    expect(hash(a)).not.toBe(hash(b));
  });

  test('any edit of what is in the content', () => {
    fc.assert(
      fc.property(arbitrarySurface, ({ lists }) => {
        for (const edit of edits(lists as Json)) {
          if (!isJsonObject(edit)) continue;
          const known = Object.keys(edit).every((list) => list in plain.lists && Array.isArray(edit[list]));
          if (known) expect(hash({ lists: edit })).not.toBe(hash({ lists }));
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Every place in a value, as the value with something else in that place. */
function edits(value: Json): Json[] {
  if (Array.isArray(value)) {
    return [[...value, 'edited'], ...value.flatMap((item, i) => edits(item).map((edit) => value.with(i, edit)))];
  }
  if (!isJsonObject(value)) return ['edited'];
  const entries = Object.entries(value);
  return [
    'edited',
    Object.fromEntries([...entries, ['edited', 1]]),
    ...entries.map((_, i) => Object.fromEntries(entries.toSpliced(i, 1))),
    ...entries.flatMap(([key, item], i) => edits(item).map((edit) => Object.fromEntries(entries.with(i, [key, edit])))),
  ];
}

describe('hostile surfaces', () => {
  test('what is no list was not read, and what is not known is left out', () => {
    const lists = { prompts: 'x', resources: null, tools: [1], constructor: [] } as unknown as SurfaceInput['lists'];
    expect(Object.keys(canonicalSurface({ ...plain, lists }).content)).toEqual([
      'serverInfo',
      'capabilities',
      'instructions',
    ]);
  });

  test('entries that are none are kept', () => {
    const { content } = canonicalSurface({ ...plain, lists: { resources: [null, 7, 'x', [], {}, { uri: 5 }] } });
    expect(content.resources).toHaveLength(6);
  });

  test('nesting of any depth does not overflow the stack, and nothing reaches a prototype', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`);
    expect(hash({ capabilities: deep, lists: { prompts: [deep], resources: [deep] } })).toMatch(/^[0-9a-f]{64}$/);
    const evil = JSON.parse('{"__proto__":{"uri":"evil"},"size":1,"annotations":{"__proto__":{"a":1}}}');
    const { content } = canonicalSurface({ ...plain, lists: { resources: [evil] } });
    expect(JSON.stringify(content.resources)).toBe(
      '[{"__proto__":{"uri":"evil"},"annotations":{"__proto__":{"a":1}}}]',
    );
  });
});
