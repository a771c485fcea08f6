import { expect, test } from 'vitest';
import { routeOf } from './route-of.ts';

const known = new Set(['a', 'b']);
const routes = [
  { events: ['server.regional' as const], channelIds: [] },
  { events: ['server.down' as const, 'server.drift' as const], channelIds: ['gone', 'a'] },
  { events: ['server.drift' as const], channelIds: ['b'] },
];

test('the first route that names an event decides', () => {
  expect(routeOf(routes, 'server.drift', known)).toEqual(new Set(['gone', 'a']));
  expect(routeOf(routes, 'server.regional', known)).toEqual(new Set());
});
test('what no route names goes everywhere, unless one names all', () => {
  expect(routeOf(routes, 'gate.failed', known)).toBeNull();
  expect(routeOf([...routes, { events: null, channelIds: ['b'] }], 'gate.failed', known)).toEqual(new Set(['b']));
});
test('a route to nothing but deleted channels is none', () => {
  expect(routeOf([{ events: null, channelIds: ['gone'] }], 'server.down', known)).toBeNull();
});
