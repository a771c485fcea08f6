import { expect, it } from 'vitest';
import { matches, parseTool } from './parse-tool.ts';

it('takes what is text and survives what is not', () => {
  expect(parseTool({ name: 'a', title: 7, description: '' })).toMatchObject({
    name: 'a',
    title: null,
    description: null,
  });
  expect(parseTool(null)).toMatchObject({ name: null, raw: null });
});

it('finds every word, in any case and order', () => {
  const tool = parseTool({ name: 'get_order', description: 'Read one order' });
  expect([matches(tool, 'ONE get'), matches(tool, ''), matches(tool, 'two')]).toEqual([true, true, false]);
});
