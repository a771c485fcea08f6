import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryTools } from '../arbitrary-tools.ts';
import { turned } from '../turned.fixture.ts';
import { canonicalToolList } from './canonical-tool-list.ts';

const hash = (tools: unknown[]) => canonicalToolList(tools).hash;
const tool = (inputSchema: unknown) => ({ name: 't', inputSchema });

describe('what never changes the hash', () => {
  test('order of tools and of keys', () => {
    fc.assert(
      fc.property(arbitraryTools, (tools) => {
        expect(hash([...tools].reverse().map(turned))).toBe(hash(tools));
      }),
    );
  });

  test('white space', () => {
    fc.assert(
      fc.property(arbitraryTools, (tools) => {
        expect(hash(JSON.parse(JSON.stringify(tools, null, 3)))).toBe(hash(tools));
      }),
    );
  });

  test('being canonical already, and having been stored as text', () => {
    fc.assert(
      fc.property(arbitraryTools, (tools) => {
        const once = canonicalToolList(tools);
        expect(canonicalToolList(once.tools)).toEqual(once);
        expect(canonicalToolList(JSON.parse(JSON.stringify(once.tools)))).toEqual(once);
      }),
    );
  });

  test.each([
    ['1', '1.0'],
    ['100', '1e2'],
    ['0', '-0'],
    ['0.00001', '1E-5'],
    ['"é"', '"\\u00e9"'],
    ['"/"', '"\\/"'],
  ])('the spelling of %s as %s', (a, b) => {
    expect(hash([JSON.parse(`{"name":"t","x":${a}}`)])).toBe(hash([JSON.parse(`{"name":"t","x":${b}}`)]));
  });

  test('order in required, enum and type', () => {
    const one = { type: ['null', 'object'], required: ['b', 'a'], properties: { a: { enum: [2, 'x', null] } } };
    const other = { type: ['object', 'null'], required: ['a', 'b'], properties: { a: { enum: [null, 2, 'x'] } } };
    expect(hash([tool(one)])).toBe(hash([tool(other)]));
  });

  test('order in a set below a parameter that is named like a keyword', () => {
    const nested = (names: string[]) => tool({ properties: { default: { properties: { enum: { enum: names } } } } });
    expect(hash([nested(['a', 'b'])])).toBe(hash([nested(['b', 'a'])]));
  });
});

describe('what always changes the hash', () => {
  test.each<[string, unknown, unknown]>([
    ['order where it has meaning', tool({ prefixItems: [true, false] }), tool({ prefixItems: [false, true] })],
    ['order in a default', tool({ default: { type: ['a', 'b'] } }), tool({ default: { type: ['b', 'a'] } })],
    ['order outside the schemas', { name: 't', _meta: { enum: [1, 2] } }, { name: 't', _meta: { enum: [2, 1] } }],
    ['absent and null', { name: 't' }, { name: 't', title: null }],
    ['number and text', tool({ default: 1 }), tool({ default: '1' })],
    ['array and object', tool([]), tool({})],
    ['a member named __proto__', { name: 't' }, JSON.parse('{"name":"t","__proto__":{"a":1}}')],
    ['what is under __proto__', JSON.parse('{"name":"t","__proto__":1}'), JSON.parse('{"name":"t","__proto__":2}')],
    ['a huge number and null', JSON.parse('{"name":"t","x":1e999}'), { name: 't', x: null }],
    ['normal forms of Unicode', { name: 't', x: 'é' }, { name: 't', x: 'e\u0301' }],
    ['keys that no store can hold', { name: 't', '\u0000': 1, '\ufffd': 2 }, { name: 't', '\u0000': 2, '\ufffd': 2 }],
    ['a tool twice', { name: 't' }, undefined],
  ])('%s', (_, a, b) => {
    expect(hash([a])).not.toBe(hash(b === undefined ? [a, a] : [b]));
  });
});

describe('the halves', () => {
  const base = canonicalToolList([{ name: 'b', description: 'x', inputSchema: {} }, { name: 'a' }]);

  test('a description moves the presentation hash alone', () => {
    const other = canonicalToolList([{ name: 'b', description: 'y', inputSchema: {} }, { name: 'a' }]);
    expect(other.contractHash).toBe(base.contractHash);
    expect(other.presentationHash).not.toBe(base.presentationHash);
    expect(other.hash).not.toBe(base.hash);
  });

  test('a schema moves the contract hash alone', () => {
    const other = canonicalToolList([{ name: 'b', description: 'x', inputSchema: { type: 'object' } }, { name: 'a' }]);
    expect(other.contractHash).not.toBe(base.contractHash);
    expect(other.presentationHash).toBe(base.presentationHash);
  });

  test('the hash moves exactly when one of the halves does', () => {
    fc.assert(
      fc.property(arbitraryTools, arbitraryTools, (left, right) => {
        const a = canonicalToolList(left);
        const b = canonicalToolList(right);
        const halves = a.contractHash === b.contractHash && a.presentationHash === b.presentationHash;
        if (a.hash === b.hash) expect(halves).toBe(true);
      }),
    );
  });
});

describe('hostile lists', () => {
  test('entries that are no tools are counted and kept', () => {
    const list = canonicalToolList([null, 7, 'x', [], {}, { name: 5 }, { name: 'a' }, undefined, () => 1]);
    expect(list).toMatchObject({ count: 9, names: ['a'], duplicates: [] });
  });

  test('names are sorted by code units, and doubled ones named once', () => {
    const list = canonicalToolList(['b', 'a', 'B', 'é', 'a', 'a', '😀', '\uff5a'].map((name) => ({ name })));
    expect(list.names).toEqual(['B', 'a', 'b', 'é', '😀', '\uff5a']);
    expect(list.duplicates).toEqual(['a']);
    expect(list.count).toBe(8);
  });

  test('nesting of any depth does not overflow the stack', () => {
    const deep = JSON.parse(`{"name":"t","inputSchema":${'{"items":'.repeat(100_000)}1${'}'.repeat(100_000)}}`);
    expect(hash([deep])).toMatch(/^[0-9a-f]{64}$/);
  });

  test('a __proto__ member reaches no prototype', () => {
    const { tools } = canonicalToolList([JSON.parse('{"__proto__":{"name":"evil"},"constructor":1}')]);
    expect(Object.getPrototypeOf(tools[0])).toBe(Object.prototype);
    expect(canonicalToolList(tools).names).toEqual([]);
  });

  test('text that no database holds is replaced', () => {
    expect(JSON.stringify(canonicalToolList([{ name: 'a\u0000\ud800', '\udc00': '\u0000' }]).tools)).not.toMatch(/\\u/);
  });
});
