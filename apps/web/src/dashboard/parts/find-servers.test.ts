import { expect, it } from 'vitest';
import { findServers } from './find-servers.ts';

const servers = [
  { name: 'Search', url: 'https://search.example.com/mcp', tags: ['core'] },
  { name: 'Orders', url: 'https://shop.example.com/mcp', tags: ['core', 'eu'] },
];
const found = (text: string) => findServers(servers, text).map(({ name }) => name);

it('finds by name, URL or tag, every word of it, by name', () => {
  expect(found('')).toEqual(['Orders', 'Search']);
  expect(found('CORE')).toEqual(['Orders', 'Search']);
  expect(found('core shop')).toEqual(['Orders']);
  expect(found('nothing')).toEqual([]);
});
