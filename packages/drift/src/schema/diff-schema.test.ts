import { describe, expect, test } from 'vitest';
import type { Json } from '../canonical/json.ts';
import { diffSchema } from './diff-schema.ts';

const spot = { tool: 't', side: 'input', pointer: '', path: '' } as const;
const input = (before: Json, after: Json) =>
  diffSchema(spot, before, after).map(({ class: worst, kind, pointer }) => `${worst} ${kind} ${pointer}`);
const output = (before: Json, after: Json) =>
  diffSchema({ ...spot, side: 'output' }, before, after).map(({ class: worst, kind }) => `${worst} ${kind}`);
const props = (properties: Json, required: string[] = []) => ({ type: 'object', properties, required });

describe('parameters', () => {
  test.each<[string, Json, Json, string[]]>([
    ['added', props({}), props({ q: true }), ['additive parameter_added /properties/q']],
    ['added, required', props({}), props({ q: true }, ['q']), ['breaking required_parameter_added /properties/q']],
    ['removed', props({ q: true }, ['q']), props({}), ['breaking parameter_removed /properties/q']],
    [
      'made required',
      props({ q: true }),
      props({ q: true }, ['q']),
      ['breaking parameter_made_required /properties/q'],
    ],
    [
      'made optional',
      props({ q: true }, ['q']),
      props({ q: true }),
      ['additive parameter_made_optional /properties/q'],
    ],
    ['required, never described', props({}), props({}, ['q']), ['breaking parameter_made_required /properties/q']],
    [
      'renamed',
      props({ q: {} }),
      props({ r: {} }),
      ['breaking parameter_removed /properties/q', 'additive parameter_added /properties/r'],
    ],
    ['an empty list of them left out', props({}), { type: 'object' }, ['cosmetic schema_respelled /properties']],
    ['no object at all', props({}), { type: 'object', properties: 7 }, ['breaking schema_changed /properties']],
  ])('%s', (_, before, after, expected) => {
    expect(input(before, after)).toEqual(expected);
  });

  test('are followed inside objects, lists and maps', () => {
    const nest = (inner: Json) => props({ a: { items: { properties: { b: { additionalProperties: inner } } } } });
    expect(diffSchema(spot, nest({ type: 'string' }), nest({ type: 'number' }))).toEqual([
      {
        class: 'breaking',
        kind: 'type_changed',
        tool: 't',
        pointer: '/properties/a/items/properties/b/additionalProperties/type',
        before: 'string',
        after: 'number',
        summary: 'Tool "t": parameter "a[].b.*" has another type: string, now number.',
      },
    ]);
  });

  test('named like members of every object', () => {
    const evil = JSON.parse('{"properties":{"__proto__":{"type":"string"},"constructor":{"type":"string"}}}');
    expect(input({ properties: {} }, evil)).toEqual([
      'additive parameter_added /properties/__proto__',
      'additive parameter_added /properties/constructor',
    ]);
  });
});

describe('keywords', () => {
  test.each<[Json, Json, string[]]>([
    [{ type: 'string' }, { type: 'number' }, ['breaking type_changed /type']],
    [{ type: 'string' }, { type: ['null', 'string'] }, ['additive type_widened /type']],
    [{ type: 'number' }, { type: 'integer' }, ['breaking type_narrowed /type']],
    [{ type: 'string' }, {}, ['additive type_widened /type']],
    [{ type: 'string' }, { type: ['string'] }, ['cosmetic schema_respelled /type']],
    [{ type: 'string' }, { type: 'strnig' }, ['breaking schema_changed /type']],
    [{ enum: ['a', 'b'] }, { enum: ['a'] }, ['breaking enum_narrowed /enum']],
    [{ enum: ['a'] }, { enum: ['a', 'b'] }, ['additive enum_widened /enum']],
    [{ enum: ['a'] }, { enum: ['b'] }, ['breaking enum_narrowed /enum', 'additive enum_widened /enum']],
    [{}, { enum: ['a'] }, ['breaking enum_narrowed /enum']],
    [{ enum: ['a'] }, { const: 'a' }, ['cosmetic schema_respelled /enum']],
    [{ const: 1 }, { const: 2 }, ['breaking enum_narrowed /const', 'additive enum_widened /const']],
    [{ default: 1 }, { default: 2 }, ['behavioural default_changed /default']],
    [{ minimum: 1 }, { minimum: 2 }, ['breaking constraint_tightened /minimum']],
    [{ minimum: 1 }, { minimum: 0 }, ['additive constraint_loosened /minimum']],
    [{ maxLength: 9 }, {}, ['additive constraint_loosened /maxLength']],
    [{}, { maximum: Number.MAX_SAFE_INTEGER }, ['cosmetic schema_respelled /maximum']],
    [{}, { minLength: 0 }, ['cosmetic schema_respelled /minLength']],
    [{ minimum: 1 }, { exclusiveMinimum: true, minimum: 1 }, ['breaking constraint_changed /exclusiveMinimum']],
    [{}, { pattern: '^a' }, ['breaking constraint_tightened /pattern']],
    [{ format: 'uri' }, { format: 'email' }, ['breaking constraint_changed /format']],
    [{}, { additionalProperties: false }, ['breaking constraint_tightened /additionalProperties']],
    [{ additionalProperties: false }, {}, ['additive constraint_loosened /additionalProperties']],
    [{}, { additionalProperties: {} }, ['cosmetic schema_respelled /additionalProperties']],
    [{ items: {} }, { items: { type: 'string' } }, ['breaking constraint_tightened /items']],
    [{ prefixItems: [true] }, { prefixItems: [true, true] }, ['breaking constraint_tightened /prefixItems']],
    [{ anyOf: [{ type: 'null' }, true] }, { anyOf: [true, { type: 'null' }] }, ['cosmetic schema_respelled /anyOf']],
    [{ anyOf: [true] }, { anyOf: [true, { type: 'null' }] }, ['additive alternative_added /anyOf/1']],
    [{ allOf: [true] }, { allOf: [true, { type: 'null' }] }, ['breaking constraint_tightened /allOf/1']],
    [
      { anyOf: [{ minimum: 1 }, true] },
      { anyOf: [true, { minimum: 2 }] },
      ['breaking constraint_tightened /anyOf/1/minimum'],
    ],
    [
      { $defs: { A: { type: 'string' } } },
      { $defs: { A: { type: 'null' } } },
      ['cosmetic definition_changed /$defs/A'],
    ],
    [{}, { $defs: { A: true } }, ['cosmetic definition_added /$defs/A']],
    [{ description: 'a' }, { description: 'b' }, ['behavioural schema_description_changed /description']],
    [{ title: 'a' }, { title: 'b' }, ['cosmetic schema_label_changed /title']],
    [{ $ref: '#/a' }, { $ref: '#/b' }, ['breaking reference_changed /$ref']],
    [{}, { 'x-mcp-header': 'Q' }, ['breaking header_changed /x-mcp-header']],
    [{}, { 'x-vendor': 1 }, ['behavioural schema_note_changed /x-vendor']],
    [{}, true, ['breaking schema_changed ']],
    [props({ q: {} }), props({ q: true }), ['cosmetic schema_respelled /properties/q']],
    [props({ q: true }), props({ q: false }), ['breaking constraint_tightened /properties/q']],
    [props({ q: false }), props({ q: { type: 'null' } }), ['additive constraint_loosened /properties/q']],
    [{ multipleOf: 2 }, { multipleOf: 4 }, ['breaking constraint_tightened /multipleOf']],
    [{ multipleOf: 4 }, { multipleOf: 2 }, ['additive constraint_loosened /multipleOf']],
    [{ multipleOf: 0.2 }, { multipleOf: 0.4 }, ['breaking constraint_changed /multipleOf']],
    [{}, { uniqueItems: true }, ['breaking constraint_tightened /uniqueItems']],
    [{}, { not: { type: 'null' } }, ['breaking constraint_tightened /not']],
    [{ not: { type: 'null' } }, {}, ['additive constraint_loosened /not']],
    [
      { if: true, else: { minimum: 1 } },
      { if: true, else: { minimum: 2 } },
      ['breaking constraint_tightened /else/minimum'],
    ],
    [{ if: true }, { if: { minimum: 1 } }, ['breaking schema_changed /if']],
    [{}, { dependentRequired: { a: ['b'] } }, ['breaking constraint_tightened /dependentRequired']],
    [
      { dependentRequired: { a: ['b', 'c'] } },
      { dependentRequired: { a: ['b'] } },
      ['additive constraint_loosened /dependentRequired'],
    ],
    [
      { dependentRequired: { a: ['b', 'c'] } },
      { dependentRequired: { a: ['c', 'b'] } },
      ['cosmetic schema_respelled /dependentRequired'],
    ],
    [
      { dependentRequired: { a: ['b'] } },
      { dependentRequired: { a: 7 } },
      ['breaking schema_changed /dependentRequired'],
    ],
    [
      {
        oneOf: [
          { title: 'A', minimum: 1 },
          { title: 'B', maximum: 9 },
        ],
      },
      {
        oneOf: [
          { title: 'B', maximum: 8 },
          { title: 'A', minimum: 0 },
        ],
      },
      ['additive constraint_loosened /oneOf/1/minimum', 'breaking constraint_tightened /oneOf/0/maximum'],
    ],
    [
      { oneOf: [{ properties: { kind: { const: 'a' } } }, { properties: { kind: { const: 'b' } } }] },
      {
        oneOf: [
          { properties: { kind: { const: 'b' }, x: true } },
          { properties: { kind: { const: 'a' }, x: true } },
          true,
        ],
      },
      [
        'additive parameter_added /oneOf/1/properties/x',
        'additive parameter_added /oneOf/0/properties/x',
        'additive alternative_added /oneOf/2',
      ],
    ],
    [
      { anyOf: [{ const: 1 }, { const: 2 }] },
      { anyOf: [{ const: 3 }, { const: 4 }] },
      ['breaking schema_changed /anyOf'],
    ],
  ])('%j → %j', (before, after, expected) => {
    expect(input(before, after)).toEqual(expected);
  });
});

describe('results are judged as their reader', () => {
  test.each<[Json, Json, string[]]>([
    [props({ q: true }), props({}), ['breaking parameter_removed']],
    [props({}), props({ q: true }), ['additive parameter_added']],
    [props({ q: true }, ['q']), props({ q: true }), ['breaking parameter_made_optional']],
    [props({ q: true }), props({ q: true }, ['q']), ['additive parameter_made_required']],
    [{ type: 'string' }, { type: 'number' }, ['breaking type_changed']],
    [{ type: 'string' }, { type: ['string', 'null'] }, ['breaking type_widened']],
    [{ enum: ['a'] }, { enum: ['a', 'b'] }, ['behavioural enum_widened']],
  ])('%j → %j', (before, after, expected) => {
    expect(output(before, after)).toEqual(expected);
  });

  test('a whole schema comes and goes', () => {
    const side = 'output';
    expect(diffSchema({ ...spot, side }, undefined, {})[0]).toMatchObject({ class: 'additive', kind: 'schema_added' });
    expect(diffSchema({ ...spot, side }, {}, undefined)[0]).toMatchObject({
      class: 'breaking',
      kind: 'schema_removed',
    });
  });
});
