import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseEgressAllow } from './allow.ts';
import { ask } from './ask.fixture.ts';
import { createGuard } from './guard.ts';
import { networkResolver } from './resolver.ts';
import { startDnsServer, type Zone } from './testing/dns-server.ts';

const zone: Zone = {};
let dns: Awaited<ReturnType<typeof startDnsServer>>;
let server: Server;
let port = 0;
let reached = 0;

beforeAll(async () => {
  dns = await startDnsServer(zone);
  server = createServer((_req, res) => {
    reached++;
    res.end('hello');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.close();
  await dns.close();
});

/** What comes of a request to `name` by a guard that asks our name server and may reach `allowed`. */
function get(name: string, allowed = ''): Promise<string> {
  const guard = createGuard({ allow: parseEgressAllow(allowed).allow, resolve: networkResolver(1000, [dns.address]) });
  return ask(`http://${name}:${port}`, guard.connector());
}

it.each<[string, Zone[string]]>([
  ['a private answer', { a: ['127.0.0.1'] }],
  ['a private answer among public ones', { a: ['8.8.8.8', '127.0.0.1'] }],
  ['a private IPv6 answer beside a public IPv4 one', { a: ['8.8.8.8'], aaaa: ['fd00:0:0:0:0:0:0:1'] }],
  ['an alias of a private name', { cname: 'db.internal.example', a: ['10.0.0.1'] }],
  ['an alias of a metadata service', { cname: 'metadata.example', a: ['169.254.169.254'] }],
  ['loopback in IPv6 clothes', { aaaa: ['0:0:0:0:0:ffff:7f00:1'] }],
])('%s is refused', async (_name, answers) => {
  zone['a.example'] = answers;
  reached = 0;
  expect(await get('a.example')).toBe('check:address_refused');
  expect(reached).toBe(0);
});

it('a name that changes its address is asked once a connection, and judged each time', async () => {
  zone['rebind.example'] = { a: ['127.0.0.1'] };
  dns.questions.length = 0;
  expect(await get('rebind.example', '127.0.0.1/32')).toBe('200');
  expect(dns.questions).toEqual(['rebind.example']);
  zone['rebind.example'] = { a: ['10.0.0.1'] };
  expect(await get('rebind.example', '127.0.0.1/32')).toBe('check:address_refused');
});

it('the peer is checked again: 0.0.0.0 is dialled, and loopback answers', async () => {
  zone['zero.example'] = { a: ['0.0.0.0'] };
  reached = 0;
  expect(await get('zero.example', '0.0.0.0/32')).toBe('check:address_refused');
  expect(reached).toBe(0);
  expect(await get('zero.example', '0.0.0.0/32,127.0.0.1/32')).toBe('200');
});

it('a name without an address does not exist', async () => {
  zone['empty.example'] = {};
  expect(await get('empty.example')).toBe('dns:not_found');
  expect(await get('unknown.example')).toBe('dns:not_found');
});
