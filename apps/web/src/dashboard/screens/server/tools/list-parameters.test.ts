import { expect, it } from 'vitest';
import { listParameters } from './list-parameters.ts';

const typesOf = (properties: object) => listParameters({ properties }).map(({ type }) => type);

it('lists required parameters first, with what they take', () => {
  const schema = {
    properties: {
      since: { type: 'string', description: 'A date' },
      state: { enum: ['open', null] },
    },
    required: ['state'],
  };
  expect(listParameters(schema)).toEqual([
    { name: 'state', type: 'choice', required: true, description: null, options: ['"open"', 'null'] },
    { name: 'since', type: 'string', required: false, description: 'A date', options: null },
  ]);
});

it('names types in words', () => {
  expect(
    typesOf({
      a: { type: ['number', 'null'] },
      b: { type: 'array', items: { type: 'string' } },
      c: { anyOf: [{ type: 'string' }, { $ref: '#/$defs/Place' }, { type: 'string' }] },
      d: true,
      e: { type: 'array' },
    }),
  ).toEqual(['number or null', 'array of string', 'string or Place', 'any', 'array']);
});

it.each([null, [], 'text', {}, { properties: [] }, { properties: null }])('finds no parameters in %j', (schema) => {
  expect(listParameters(schema)).toEqual([]);
});
