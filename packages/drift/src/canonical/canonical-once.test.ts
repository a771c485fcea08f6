import { expect, it } from 'vitest';
import { createCanonicalOnce } from './canonical-once.ts';
import { canonicalToolList } from './canonical-tool-list.ts';

it('works once for an array', () => {
  const toolListOf = createCanonicalOnce();
  const tools = [{ name: 'a', inputSchema: { type: 'object' } }];
  const list = toolListOf(tools);
  expect(list).toEqual(canonicalToolList(tools));
  expect(toolListOf(tools)).toBe(list);
  expect(toolListOf([...tools])).not.toBe(list);
});
