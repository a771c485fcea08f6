import type { Server } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { countStates, selectServers, tagsOf } from './select-servers.ts';

function server(id: string, rest: Partial<Server> = {}): Server {
  return {
    id,
    name: id,
    slug: id,
    url: `https://${id}.example/mcp`,
    status: 'up',
    tags: [],
    uptime: { '24h': null, '7d': null, '30d': null, '90d': null },
    p95Ms: null,
    tools: null,
    ...rest,
  } as Server;
}

const ids = (servers: Server[]) => servers.map(({ id }) => id).join(' ');

it('puts the worst first, and equals by name', () => {
  const servers = [
    server('c'),
    server('paused', { status: 'paused' }),
    server('down', { status: 'down' }),
    server('B', { name: 'B' }),
    server('degraded', { status: 'degraded' }),
    server('a'),
  ];
  expect(ids(selectServers(servers, {}))).toBe('down degraded a B c paused');
});

it('sorts both ways, and keeps what has no value last', () => {
  const servers = [server('slow', { p95Ms: 900 }), server('none'), server('fast', { p95Ms: 9 })];
  expect(ids(selectServers(servers, { sort: 'p95' }))).toBe('fast slow none');
  expect(ids(selectServers(servers, { sort: 'p95', down: true }))).toBe('slow fast none');
});

it('sorts by the time of the last change, not by its text in another order', () => {
  const tools = (changedAt: string) => ({ count: 1, hash: '', changedAt });
  const servers = [
    server('old', { tools: tools('2025-12-31T23:00:00.000Z') }),
    server('new', { tools: tools('2026-01-01T00:00:00.000Z') }),
  ];
  expect(ids(selectServers(servers, { sort: 'changed', down: true }))).toBe('new old');
});

it('finds by name, address or slug, whatever the case', () => {
  const servers = [
    server('x', { name: 'A: Orders' }),
    server('y', { url: 'https://orders.example/' }),
    server('z', { slug: 'my-orders' }),
    server('other'),
  ];
  expect(ids(selectServers(servers, { q: ' ORDERS ' }))).toBe('x y z');
});

it('counts states among what text and tag leave, without the state itself', () => {
  const servers = [
    server('a', { tags: ['team'] }),
    server('b', { tags: ['team'], status: 'down' }),
    server('c', { status: 'down' }),
  ];
  expect(countStates(servers, { tag: 'team', status: 'up' })).toEqual([
    ['down', 1],
    ['up', 1],
  ]);
  expect(ids(selectServers(servers, { tag: 'team', status: 'up' }))).toBe('a');
});

it('lists each tag once', () => {
  expect(tagsOf([server('a', { tags: ['b', 'a'] }), server('b', { tags: ['a'] })])).toEqual(['a', 'b']);
});
