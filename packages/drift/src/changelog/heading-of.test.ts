import { expect, test } from 'vitest';
import { diffToolLists } from '../diff/diff-tool-lists.ts';
import { type ChangeKind, classOf, KINDS } from '../diff/kinds.ts';
import { diffSurfaces } from '../surface/diff-surfaces.ts';
import { CHANGELOG_HEADINGS, headingOf } from './heading-of.ts';

test('the class says it, and of what is cosmetic whether anybody sees it', () => {
  const before = { name: 't', title: 'a', description: 'a', inputSchema: { properties: { q: {} } } };
  const after = {
    name: 't',
    title: 'b',
    description: 'b',
    inputSchema: { properties: { r: {} } },
    _meta: {},
    icons: [],
  };
  const told = diffToolLists([before], [after]).map((change) => [change.kind, headingOf(change)]);
  expect(told).toEqual([
    ['parameter_removed', 'Breaking'],
    ['description_changed', 'Behaviour changes'],
    ['parameter_added', 'Additive'],
    ['meta_changed', 'Internal'],
    ['icons_changed', 'Internal'],
    ['title_changed', 'Fixes'],
  ]);
});

test('every kind has a heading, as bad as its class', () => {
  const [change] = diffSurfaces({ instructions: 'a' }, { instructions: 'b' });
  if (change === undefined) throw new Error('no change');
  for (const kind of Object.keys(KINDS) as ChangeKind[]) {
    for (const side of ['input', 'output'] as const) {
      const classes = { breaking: [0], behavioural: [1], additive: [2], cosmetic: [3, 4] }[classOf(kind, side)];
      const heading = headingOf({ ...change, kind, class: classOf(kind, side) });
      expect(classes).toContain(CHANGELOG_HEADINGS.indexOf(heading));
    }
  }
});

test('a cosmetic change of a kind that is not known is internal', () => {
  const [change] = diffToolLists([{ name: 't' }], [{ name: 't', title: 'x' }]);
  for (const kind of ['of_the_past', 'constructor']) {
    expect(change && headingOf({ ...change, kind })).toBe('Internal');
  }
});
