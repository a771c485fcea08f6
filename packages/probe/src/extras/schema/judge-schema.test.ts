import { AjvJsonSchemaValidator } from '@modelcontextprotocol/client/validators/ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeSchema } from './judge-schema.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const KEYS = ['a', 'b', 'c'];
const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Json[]>(null, true, false, 0, 1, 2, 1.5, -3, '', 'a', 'xx', '🚀🚀'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

const small = fc.nat(3);
const names = fc.uniqueArray(fc.constantFrom(...KEYS), { maxLength: 3 });
const typeNames = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];
const schema = fc.letrec<{ schema: Json }>((tie) => {
  const part = tie('schema');
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  const byName = fc.dictionary(fc.constantFrom(...KEYS), part, { maxKeys: 3, noNullPrototype: true });
  const keywords = fc.record(
    {
      type: fc.oneof(
        fc.constantFrom(...typeNames),
        fc.uniqueArray(fc.constantFrom(...typeNames), { minLength: 1, maxLength: 3 }),
      ),
      enum: fc.uniqueArray(value, { minLength: 1, maxLength: 3, selector: (one) => JSON.stringify(one) }),
      const: value,
      minimum: small,
      maximum: small,
      exclusiveMinimum: small,
      exclusiveMaximum: small,
      multipleOf: fc.constantFrom(1, 2, 0.5),
      minLength: small,
      maxLength: small,
      minItems: small,
      maxItems: small,
      uniqueItems: fc.boolean(),
      prefixItems: parts,
      items: part,
      contains: part,
      minProperties: small,
      maxProperties: small,
      required: names,
      properties: byName,
      additionalProperties: part,
      propertyNames: part,
      dependentRequired: fc.dictionary(fc.constantFrom(...KEYS), names, { maxKeys: 2, noNullPrototype: true }),
      dependentSchemas: byName,
      allOf: parts,
      anyOf: parts,
      oneOf: parts,
      not: part,
      if: part,
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: part,
      else: part,
      $ref: fc.constantFrom('#/$defs/x', '#/$defs/y~1z'),
      pattern: fc.constantFrom('^a', 'x'),
    },
    { requiredKeys: [] },
  );
  const few = fc
    .tuple(keywords, fc.uniqueArray(fc.nat(33), { maxLength: 4 }))
    .map(([all, picked]) => Object.fromEntries(Object.entries(all).filter((_, i) => picked.includes(i))) as Json);
  return { schema: fc.oneof({ maxDepth: 3 }, fc.boolean(), few, few, few) };
}).schema;

const leaf = fc.constantFrom<Json[]>(true, false, { type: 'string' }, { type: ['integer', 'array'], minimum: 1 });

describe('a verdict that is given is that of the official client', () => {
  const validators = new AjvJsonSchemaValidator();

  it('for schemas and values at random', () => {
    const seen = { valid: 0, fault: 0 };
    fc.assert(
      fc.property(schema, leaf, leaf, value, (body, x, y, sent) => {
        const whole = { allOf: [body], $defs: { x, 'y/z': y } };
        const theirs = validators.getValidator(whole as never)(sent);
        const ours = judgeSchema(whole, sent);
        if (ours === null && !theirs.valid) expect(JSON.stringify(whole)).toMatch(/pattern/);
        else expect(ours === null, `${JSON.stringify(whole)} of ${JSON.stringify(sent)}: ${ours}`).toBe(theirs.valid);
        seen[theirs.valid ? 'valid' : 'fault']++;
      }),
      { numRuns: 400, seed: 20261121 },
    );
    expect(Math.min(seen.valid, seen.fault)).toBeGreaterThan(50);
  });
});

describe('a hostile schema', () => {
  const doubling = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [
      `d${i}`,
      { allOf: [{ $ref: `#/$defs/d${i + 1}` }, { $ref: `#/$defs/d${i + 1}` }] },
    ]),
  );
  const long = 'x'.repeat(1_000_000);
  const many = Array.from({ length: 100_000 }, () => 0);

  it.each<[string, Json, Json]>([
    ['references that double', { $ref: '#/$defs/d0', $defs: { ...doubling, d60: true } }, {}],
    [
      'long strings compared again and again',
      { anyOf: many.slice(0, 50_000).map(() => ({ const: `${long}y` })) },
      `${long}z`,
    ],
    ['many schemas for many items', { items: { allOf: many.map(() => true) } }, many],
    ['every item against every other', { uniqueItems: true }, many.map((_, i) => ({ i }))],
  ])('costs no more than its budget: %s', (_name, schema, value) => {
    const from = performance.now();
    expect(judgeSchema(schema, value)).toBe('it takes too long to compare them');
    expect(performance.now() - from).toBeLessThan(1500);
  });

  it('that refers to itself, or out of itself, tells nothing', () => {
    for (const $ref of ['#', '#/$defs/me', '#/nowhere', '#/%', '#name', 'https://schemas.example.test/x', 7])
      expect(judgeSchema({ $ref, $defs: { me: { $ref: '#/$defs/me' } } }, 'x')).toBeNull();
  });

  it('that begins another one inside is not followed there', () => {
    const inner = { $id: 'https://schemas.example.test/inner', $defs: { s: true }, $ref: '#/$defs/s' };
    expect(judgeSchema({ properties: { a: inner }, $defs: { s: false } }, { a: 1 })).toBeNull();
  });

  it('is never given a pattern to run', () => {
    const from = performance.now();
    expect(judgeSchema({ pattern: '^(a+)+$', type: 'string' }, `${'a'.repeat(64)}!`)).toBeNull();
    expect(performance.now() - from).toBeLessThan(500);
    expect(judgeSchema({ pattern: '^b', type: 'number' }, 'a')).toBe('the value is not of type number');
    expect(judgeSchema({ not: { pattern: '^b' } }, 'a')).toBeNull();
    expect(judgeSchema({ not: { allOf: [{ pattern: '^b' }, { type: 'string' }] } }, 'a')).toBeNull();
    const onlyPatterns = { patternProperties: { '^x-': true }, additionalProperties: false };
    expect(judgeSchema(onlyPatterns, { 'x-a': 1 })).toBeNull();
  });

  it('of the wrong forms tells nothing', () => {
    const odd = [null, 7, 'object', [], { type: 7 }, { required: {} }, { items: 3 }, { allOf: 1 }, { minimum: 'x' }];
    for (const schema of odd)
      for (const value of [1, 'x', [1], { a: 1 }]) expect(judgeSchema(schema, value)).toBeNull();
  });
});

describe('what is said', () => {
  const schema = {
    type: 'object',
    required: ['total'],
    properties: { total: { type: 'integer' }, rows: { items: { properties: { 'a/b': { enum: ['x'] } } } } },
  };
  it.each<[Json, string | null]>([
    [{ total: 3, rows: [{ 'a/b': 'x' }] }, null],
    [{}, 'the value has no total'],
    [{ total: 1.5 }, '/total is not of type integer'],
    [{ total: 1, rows: [{}, { 'a/b': 'y' }] }, '/rows/1/a~1b is none of the values that are allowed'],
  ])('of %j: %s', (value, said) => expect(judgeSchema(schema, value)).toBe(said));

  it('a price is a multiple of a cent as far as anyone can tell', () => {
    expect(judgeSchema({ multipleOf: 0.01 }, 19.99)).toBeNull();
    expect(judgeSchema({ multipleOf: 0.01 }, 19.995)).toBe('the value is no multiple of 0.01');
  });
});
