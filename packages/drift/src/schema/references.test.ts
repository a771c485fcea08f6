import { describe, expect, test } from 'vitest';
import type { Json } from '../canonical/json.ts';
import { cpuMs } from '../cpu-ms.ts';
import { diffSchema } from './diff-schema.ts';

const seen = (before: Json, after: Json) =>
  diffSchema({ tool: 't', side: 'input', pointer: '/t/inputSchema', path: '' }, before, after).map(
    ({ class: worst, kind, pointer }) => `${worst} ${kind} ${pointer.slice('/t/inputSchema'.length)}`,
  );
const refer = (reference: string, $defs: Json, also: object = {}) => ({
  type: 'object',
  properties: { q: { $ref: reference, ...also } },
  $defs,
});
const inline = (schema: Json) => ({ type: 'object', properties: { q: schema } });

describe('what a reference leads to', () => {
  test('is judged once, where it stands', () => {
    const two = (type: string) => ({
      properties: { a: { $ref: '#/$defs/A' }, b: { $ref: '#/$defs/A' } },
      $defs: { A: { properties: { x: { type } } } },
    });
    expect(seen(two('string'), two('number'))).toEqual(['breaking type_changed /$defs/A/properties/x/type']);
  });

  test('is called a definition in the sentence', () => {
    const [change] = diffSchema(
      { tool: 't', side: 'input', pointer: '', path: '' },
      refer('#/$defs/A', { A: { properties: { x: { type: 'string' } } } }),
      refer('#/$defs/A', { A: { properties: { x: { type: 'number' } } } }),
    );
    expect(change?.summary).toBe('Tool "t": definition "A.x" has another type: string, now number.');
  });

  test('counts the same written out', () => {
    const A = { type: 'string', minLength: 2 };
    expect(seen(inline(A), refer('#/$defs/A', { A }))).toEqual([
      'cosmetic schema_respelled /properties/q/$ref',
      'cosmetic definition_added /$defs/A',
    ]);
    expect(
      seen(inline({ ...A, description: 'd' }), refer('#/$defs/A', { A }, { description: 'd' })),
    ).not.toContainEqual(expect.stringMatching(/^(?:breaking|behavioural|additive)/));
  });

  test('is followed when it is written out and changed', () => {
    expect(seen(inline({ type: 'string' }), refer('#/$defs/A', { A: { type: 'string', minLength: 2 } }))).toEqual([
      'breaking constraint_tightened /properties/q/minLength',
      'cosmetic definition_added /$defs/A',
    ]);
  });

  test('may have moved or got another name', () => {
    const list = (key: string, name: string) => ({
      $ref: `#/${key}/${name}`,
      [key]: { [name]: { properties: { next: { $ref: `#/${key}/${name}` }, value: { type: 'string' } } } },
    });
    expect(seen(list('definitions', 'List'), list('$defs', 'Chain'))).toEqual([
      'cosmetic schema_respelled /properties',
      'cosmetic definition_added /$defs/Chain',
      'cosmetic definition_removed /definitions/List',
    ]);
  });

  test('may nest in itself', () => {
    const tree = (type: string) => ({
      $ref: '#/$defs/N',
      $defs: { N: { properties: { v: { type }, kids: { items: { $ref: '#/$defs/N' } } } } },
    });
    expect(seen(tree('string'), tree('number'))).toEqual(['breaking type_changed /$defs/N/properties/v/type']);
    const root = (type: string) => ({ properties: { v: { type }, kid: { $ref: '#' } } });
    expect(seen(root('string'), root('number'))).toEqual(['breaking type_changed /properties/v/type']);
  });

  test('may need its pointer unescaped', () => {
    const odd = (type: string) => ({ $ref: '#/$defs/a~1b%20c', $defs: { 'a/b c': { type } } });
    expect(seen(odd('string'), odd('number'))).toEqual(['breaking type_changed /$defs/a~1b c/type']);
    expect(seen(odd('string'), { type: 'string', $defs: { 'a/b c': { type: 'string' } } })).toEqual([
      'cosmetic schema_respelled /$ref',
    ]);
  });

  test('may be the only entry of allOf', () => {
    const A = { type: 'string' };
    const old = { properties: { q: { allOf: [{ $ref: '#/$defs/A' }], description: 'd' } }, $defs: { A } };
    const now = { properties: { q: { $ref: '#/$defs/A', description: 'd' } }, $defs: { A } };
    expect(seen(old, now)).toEqual(['cosmetic schema_respelled /properties/q/$ref']);
  });
});

describe('what leads nowhere', () => {
  test.each([
    ['a removed definition that is still referred to', refer('#/$defs/A', { A: true }), refer('#/$defs/A', {})],
    ['a reference to what is not there', inline({ type: 'string' }), refer('#/$defs/B', {})],
    ['another address', refer('https://a.example/1', {}), refer('https://a.example/2', {})],
    ['a broken escape', refer('#/$defs/%', {}), refer('#/$defs/%1', {})],
  ])('%s is breaking', (_, before, after) => {
    expect(seen(before, after)[0]).toMatch(/^breaking/);
  });

  test('what only ever circles is no change of meaning', () => {
    const loop = (name: string) => ({ $ref: `#/$defs/${name}`, $defs: { [name]: { $ref: `#/$defs/${name}` } } });
    expect(seen(loop('a'), loop('b')).every((line) => line.startsWith('cosmetic'))).toBe(true);
  });
});

test('definitions that multiply each other take no long time', () => {
  const grow = (prefix: string, leaf: string): Json => ({
    $ref: `#/$defs/${prefix}0`,
    $defs: Object.fromEntries(
      Array.from({ length: 60 }, (_, i): [string, Json] => [
        `${prefix}${i}`,
        i === 59
          ? { type: leaf }
          : { properties: { a: { $ref: `#/$defs/${prefix}${i + 1}` }, b: { $ref: `#/$defs/${prefix}${i + 1}` } } },
      ]),
    ),
  });
  const started = cpuMs();
  expect(seen(grow('x', 'string'), grow('y', 'number'))[0]).toMatch(/^breaking/);
  expect(cpuMs() - started).toBeLessThan(4000);
});

test('one large definition in many places takes no long time', () => {
  const wide = (name: string, type: string) => ({
    properties: Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`p${i}`, { $ref: `#/$defs/${name}` }])),
    $defs: { [name]: { properties: Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`q${i}`, { type }])) } },
  });
  const started = cpuMs();
  expect(seen(wide('a', 'string'), wide('b', 'number')).length).toBeGreaterThan(1500);
  expect(cpuMs() - started).toBeLessThan(4000);
});

test('references within deep nesting do not overflow the stack', () => {
  const nest = (inner: Json): Json => Array.from({ length: 60 }).reduce<Json>((items) => ({ items }), inner);
  const chain = (name: string, type: string): Json => ({
    $ref: `#/$defs/${name}0`,
    $defs: Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [
        `${name}${i}`,
        nest(i === 99 ? { type } : { $ref: `#/$defs/${name}${i + 1}` }),
      ]),
    ),
  });
  expect(seen(chain('x', 'string'), chain('y', 'number'))[0]).toMatch(/^breaking reference_changed/);
});

test('as many references as definitions take no long time', () => {
  const many = (type: string) => ({
    properties: Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`p${i}`, { $ref: `#/$defs/d${i}` }])),
    $defs: Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`d${i}`, { type }])),
  });
  const started = cpuMs();
  expect(seen(many('string'), many('number'))).toHaveLength(20_000);
  expect(cpuMs() - started).toBeLessThan(8000);
});
