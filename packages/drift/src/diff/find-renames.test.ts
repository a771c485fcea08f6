import { expect, test } from 'vitest';
import { diffToolLists } from './diff-tool-lists.ts';

const order = { type: 'object', properties: { number: { type: 'string' }, shop: { type: 'string' } } };
const tool = (name: string, description: string, inputSchema: object = order) => ({ name, description, inputSchema });
const renames = (before: unknown[], after: unknown[]) =>
  diffToolLists(before, after).flatMap(({ kind, before: from, after: to }) =>
    kind === 'tool_renamed' ? [[from, to]] : [],
  );

test.each<[string, unknown[], unknown[], unknown[]]>([
  [
    'another name, the same tool',
    [tool('get_order', 'Finds an order of a shop.')],
    [tool('fetch_order', 'Finds an order of a shop.')],
    [['get_order', 'fetch_order']],
  ],
  [
    'another way to write the name, and a few other words',
    [tool('getOrder', 'Finds an order of a shop.')],
    [tool('get_order', 'Finds one order of a shop.')],
    [['getOrder', 'get_order']],
  ],
  [
    'the most alike of several',
    [tool('get_order', 'Finds an order of a shop.')],
    [tool('new_order', 'Makes an order of a shop.'), tool('order_get', 'Finds an order of a shop.')],
    [['get_order', 'order_get']],
  ],
  ['two different tools', [tool('get_order', 'Finds an order.')], [tool('weather', 'Weather of a city.', {})], []],
  ['nothing but names', [{ name: 'a' }], [{ name: 'b' }], []],
  [
    'the old one is still there',
    [tool('get_order', 'Finds an order.')],
    [tool('get_order', 'Finds an order.'), tool('fetch_order', 'Finds an order.')],
    [],
  ],
])('%s', (_, before, after, expected) => {
  expect(renames(before, after)).toEqual(expected);
  expect(renames(before.toReversed(), after.toReversed())).toEqual(expected);
});

test('the hint stands beside the removal', () => {
  const changes = diffToolLists([tool('get_order', 'Finds an order.')], [tool('fetch_order', 'Finds an order.')]);
  expect(changes.map(({ kind }) => kind)).toEqual(['tool_removed', 'tool_renamed', 'tool_added']);
  expect(changes[1]?.summary).toBe('Tool "get_order" may have been renamed to "fetch_order": the two are much alike.');
});
