import { expect, it } from 'vitest';
import { sortedBy } from './sort.ts';

it('begins with what people look for', () => {
  expect(sortedBy({}, 'name')).toMatchObject({ sort: 'name', down: undefined });
  expect(sortedBy({}, 'changed')).toMatchObject({ sort: 'changed', down: true });
});

it('turns the present order round', () => {
  expect(sortedBy({ sort: 'changed', down: true }, 'changed')).toMatchObject({ sort: 'changed', down: undefined });
  expect(sortedBy({}, 'state')).toMatchObject({ sort: undefined, down: true });
});

it('keeps the filters', () => {
  expect(sortedBy({ q: 'x', tag: 'y', status: 'up' }, 'p95')).toMatchObject({ q: 'x', tag: 'y', status: 'up' });
});
