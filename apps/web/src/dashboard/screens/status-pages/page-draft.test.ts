import type { StatusPage } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { bodyOf, draftOf, EMPTY_DRAFT, isSame, moved } from './page-draft.ts';

const page = {
  title: 'Acme',
  slug: 'acme',
  description: '',
  published: true,
  servers: [
    { serverId: 'srv_1', name: null, group: 'Core' },
    { serverId: 'srv_2', name: 'Search', group: null },
  ],
} as unknown as StatusPage;

it('moves an item up and down and stops at the ends', () => {
  const list = ['a', 'b', 'c'];
  expect(moved(list, 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(list, 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(list, 0, -1)).toEqual(list);
  expect(moved(list, 2, 1)).toEqual(list);
});

it('sends a page back as it came', () => {
  const { title, slug, description, published, servers } = page;
  expect(bodyOf(draftOf(page))).toEqual({ title, slug, description, published, servers });
});

it('leaves an empty slug to the API and sends blank names as none', () => {
  const body = bodyOf({ ...EMPTY_DRAFT, title: 'Acme', servers: [{ serverId: 'srv_1', name: ' ', group: '' }] });
  expect(body).not.toHaveProperty('slug');
  expect(body.servers).toEqual([{ serverId: 'srv_1', name: null, group: null }]);
});

it('notices a change, also of the order alone', () => {
  const draft = draftOf(page);
  expect(isSame(draft, draftOf(page))).toBe(true);
  expect(isSame(draft, { ...draft, servers: moved(draft.servers, 0, 1) })).toBe(false);
});
