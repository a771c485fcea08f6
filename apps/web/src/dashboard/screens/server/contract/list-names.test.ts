import { expect, it } from 'vitest';
import { listNames } from './list-names.ts';

it('names what a list holds by what callers use, and survives what is no entry', () => {
  const surface = {
    prompts: [{ name: 'review', title: 'Review' }, { title: 'nameless' }, null],
    resources: [{ uri: 'file:///a', name: 'A' }],
    resourceTemplates: 'none',
  };
  expect(listNames(surface, 'prompts')).toEqual(['review', null, null]);
  expect(listNames(surface, 'resources')).toEqual(['file:///a']);
  expect(listNames(surface, 'resourceTemplates')).toBeNull();
});
