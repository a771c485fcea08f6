import { expect, test } from 'vitest';
import { diffSurfaces } from '../surface/diff-surfaces.ts';
import { diffToolLists } from './diff-tool-lists.ts';
import { joinChanges, MAX_CHANGES } from './worst-changes.ts';

const named = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, index) => ({ name: `n${index}`, ...more }));

test('changes of the tools and of the surface are sorted together, worst first, the tools before the rest', () => {
  const tools = diffToolLists([{ name: 'z' }], [{ name: 'y', title: 'Y' }]);
  const surface = diffSurfaces(
    { capabilities: { prompts: {} }, instructions: 'a', prompts: named(1) },
    { capabilities: { prompts: {} }, instructions: 'b', prompts: [] },
  );
  const joined = joinChanges(tools, surface);
  expect(joined.map(({ kind }) => kind)).toEqual([
    'tool_removed',
    'prompt_removed',
    'instructions_changed',
    'tool_added',
  ]);
  expect(joinChanges(surface, tools)).toEqual(joined);
  expect(joinChanges(joined.toReversed(), [])).toEqual(joined);
});

test('what either list left out is counted with what the two together leave out', () => {
  const tools = diffToolLists([], named(1500));
  const surface = diffSurfaces({ instructions: null, prompts: [] }, { instructions: 'a', prompts: named(1500) });
  const joined = joinChanges(tools, surface);
  expect(joined).toHaveLength(MAX_CHANGES);
  expect(joined[0]?.kind).toBe('instructions_added');
  expect(joined.at(-1)?.summary).toBe('2002 more changes, none worse than those listed.');
  expect(joined.filter(({ kind }) => kind === 'changes_left_out')).toHaveLength(1);
});
