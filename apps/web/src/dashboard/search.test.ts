import { describe, expect, it } from 'vitest';
import { deliveriesSearch, incidentsSearch, serverSearch, serversSearch, signInSearch } from './search.ts';

describe('what stands in the URL', () => {
  it.each([
    [serversSearch, { q: 'pay', status: 'down', tag: 'eu', sort: 'p95', down: true }],
    [serverSearch, { tab: 'drift', window: '7d' }],
    [incidentsSearch, { state: 'open' }],
    [deliveriesSearch, { state: 'failed', event: 'server.down' }],
    [signInSearch, { from: '/servers/srv_x?tab=drift' }],
  ])('is read: %o', (read, search) => {
    expect(read({ ...search, other: 'x' })).toEqual(search);
    expect(read({})).toEqual({});
  });

  // As the router does it: laid over what stands there.
  it.each([
    [serversSearch, { q: '', status: 'broken', tag: 7, sort: 'sort', down: 'true' }],
    [serverSearch, { tab: 'toString', window: '5y' }],
    [incidentsSearch, { state: ['open'] }],
    [deliveriesSearch, { state: 'lost', event: 'server' }],
    [signInSearch, { from: 'https://example.com' }],
    [signInSearch, { from: '//example.com' }],
    [signInSearch, { from: '/\\example.com' }],
    [signInSearch, { from: '/\t/example.com' }],
  ])('is left out when it means nothing: %o', (read, search) => {
    expect({ ...search, ...read(search) }).toEqual({});
  });
});
