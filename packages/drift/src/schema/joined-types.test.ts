import { describe, expect, test } from 'vitest';
import type { Json } from '../canonical/json.ts';
import { diffSchema } from './diff-schema.ts';

const seen = (before: Json, after: Json) => {
  const of = (schema: Json) => ({ type: 'object', properties: { q: schema } });
  const spot = { tool: 't', side: 'input', pointer: '', path: '' } as const;
  return diffSchema(spot, of(before), of(after)).map(
    ({ class: worst, kind, pointer }) => `${worst} ${kind} ${pointer.replace('/properties/q', '')}`,
  );
};
const string = { type: 'string' };
const nil = { type: 'null' };
const SAME = ['cosmetic schema_respelled /anyOf'];

describe('a choice of types spelt in `anyOf` and in `type`', () => {
  test.each<[string, Json, Json]>([
    ['null beside a type', { anyOf: [string, nil] }, { type: ['null', 'string'] }],
    ['rules of the type', { anyOf: [nil, { ...string, minLength: 1 }] }, { type: ['null', 'string'], minLength: 1 }],
    [
      'notes beside them',
      { anyOf: [string, nil], default: null, description: 'x', 'x-a': 1 },
      { type: ['null', 'string'], default: null, description: 'x', 'x-a': 1 },
    ],
    [
      'words inside of one',
      { anyOf: [{ ...string, description: 'x' }, nil] },
      { type: ['null', 'string'], description: 'x' },
    ],
    [
      'a list',
      { anyOf: [{ type: 'array', items: { anyOf: [string, nil] } }, nil] },
      { type: ['array', 'null'], items: { anyOf: [string, nil] } },
    ],
  ])('%s: the same, both ways', (_, before, after) => {
    expect(seen(before, after)).toEqual(SAME);
    expect(seen(after, before)).toEqual(SAME);
  });

  test.each<[string, Json, Json, string[]]>([
    ['made nullable', string, { anyOf: [string, nil] }, ['additive type_widened /type']],
    ['nullable no more', { anyOf: [string, nil] }, string, ['breaking type_narrowed /type']],
    [
      'a rule besides',
      { anyOf: [{ ...string, maxLength: 9 }, nil] },
      { type: ['null', 'string'], maxLength: 5 },
      ['breaking constraint_tightened /maxLength'],
    ],
    [
      'another description besides',
      { anyOf: [string, nil], description: 'x' },
      { type: ['null', 'string'], description: 'y' },
      ['behavioural schema_description_changed /description'],
    ],
  ])('%s is told for what it is', (_, before, after, expected) => {
    expect(seen(before, after)).toEqual(expected);
  });

  test.each<[string, Json, Json]>([
    ['what holds for both', { anyOf: [{ enum: ['a'] }, nil] }, { type: ['null', 'string'], enum: ['a'] }],
    [
      'a rule of another type',
      { anyOf: [{ ...string, minimum: 5 }, { type: 'number' }] },
      { type: ['number', 'string'], minimum: 5 },
    ],
    [
      'whole numbers among numbers',
      { anyOf: [{ type: 'integer', minimum: 5 }, { type: 'number' }] },
      { type: ['integer', 'number'], minimum: 5 },
    ],
    [
      'what reaches into a part',
      { anyOf: [{ type: 'object', additionalProperties: false }, nil], properties: { a: {} } },
      { type: ['null', 'object'], additionalProperties: false, properties: { a: {} } },
    ],
    [
      'two descriptions',
      { anyOf: [{ ...string, description: 'x' }, nil], description: 'y' },
      { type: ['null', 'string'], description: 'y' },
    ],
    ['nothing to choose from', { anyOf: [] }, { type: [] }],
  ])('%s is not taken to be the same', (_, before, after) => {
    expect(seen(before, after)).not.toContain('cosmetic schema_respelled /anyOf');
  });
});
