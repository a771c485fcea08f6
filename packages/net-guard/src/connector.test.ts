import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseEgressAllow } from './allow.ts';
import { ask } from './ask.fixture.ts';
import type { ConnectPhase } from './connector.ts';
import { createGuard, type Guard, type GuardOptions } from './guard.ts';

let server: Server;
let port = 0;
const hosts: string[] = [];

beforeAll(async () => {
  server = createServer((req, res) => {
    hosts.push(req.headers.host ?? '');
    res.end('hello');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());

const allow = (text: string) => parseEgressAllow(text).allow;

const get = (guard: Guard, url: string, phases: ConnectPhase[] = []): Promise<string> =>
  ask(new URL(url).origin, guard.connector({ onPhase: (phase) => phases.push(phase) }));
const answering = (answers: string[], options: GuardOptions = {}): Guard =>
  createGuard({ resolve: async () => answers, ...options });

describe('connector', () => {
  it('refuses literals, which never reach a lookup', async () => {
    expect(await get(createGuard(), `http://127.0.0.1:${port}`)).toBe('check:address_refused');
    expect(await get(createGuard(), `http://[::1]:${port}`)).toBe('check:address_refused');
  });

  it('refuses a name with one private answer among public ones', async () => {
    expect(await get(answering(['8.8.8.8', '127.0.0.1']), `http://a.example:${port}`)).toBe('check:address_refused');
    expect(await get(answering(['fd00::1']), `http://a.example:${port}`)).toBe('check:address_refused');
  });

  it('resolves once a connection, so an answer cannot change between check and dial', async () => {
    let asked = 0;
    const guard = createGuard({
      allow: allow('127.0.0.1/32'),
      resolve: async () => [asked++ === 0 ? '127.0.0.1' : '169.254.169.254'],
    });
    expect(await get(guard, `http://rebind.example:${port}`)).toBe('200');
    expect(asked).toBe(1);
    expect(hosts.at(-1)).toBe(`rebind.example:${port}`);
    expect(await get(guard, `http://rebind.example:${port}`)).toBe('check:address_refused');
  });

  it('reaches allowed networks and allowed host:port, and nothing beside them', async () => {
    const url = `http://mcp.lan:${port}`;
    expect(await get(answering(['127.0.0.1'], { allow: allow('127.0.0.0/8') }), url)).toBe('200');
    expect(await get(answering(['127.0.0.1'], { allow: allow(`mcp.lan:${port}`) }), url)).toBe('200');
    expect(await get(answering(['127.0.0.1'], { allow: allow('mcp.lan:1') }), url)).toBe('check:address_refused');
    expect(await get(answering(['127.0.0.1'], { allow: allow('10.0.0.0/8') }), url)).toBe('check:address_refused');
  });

  it('never reaches metadata services, even where they are allowed', async () => {
    const open = { allow: allow('169.254.0.0/16,a.example:80'), allowPrivate: true };
    expect(await get(answering(['169.254.169.254'], open), 'http://a.example')).toBe('check:address_refused');
    expect(await get(createGuard(open), 'http://169.254.169.254')).toBe('check:address_refused');
    expect(await get(createGuard(open), 'http://[::ffff:169.254.169.254]')).toBe('check:address_refused');
  });

  it('tries the next address, and times its phases', async () => {
    const phases: ConnectPhase[] = [];
    const guard = answering(['127.0.0.2', '127.0.0.1'], { allowPrivate: true });
    expect(await get(guard, `http://a.example:${port}`, phases)).toBe('200');
    expect(phases.map((p) => [p.name, p.ok])).toEqual([
      ['dns', true],
      ['tcp', true],
    ]);
  });

  it.each([
    ['ENOTFOUND', 'dns:not_found'],
    ['EAI_AGAIN', 'dns:temporary'],
    ['ETIMEOUT', 'dns:timeout'],
    ['ECONNREFUSED', 'dns:resolver_down'],
    ['EMFILE', 'dns:EMFILE'],
  ])('names the DNS failure %s', async (systemCode, expected) => {
    const resolve = async () => {
      throw Object.assign(new Error('dns'), { code: systemCode });
    };
    expect(await get(createGuard({ resolve }), 'http://a.example')).toBe(expected);
  });

  it('gives up on a silent resolver', async () => {
    const guard = createGuard({ resolve: () => new Promise(() => {}), dnsTimeoutMs: 50 });
    expect(await get(guard, 'http://a.example')).toBe('dns:timeout');
  });

  it('names a refused connection', async () => {
    expect(await get(createGuard({ allowPrivate: true }), 'http://127.0.0.1:9')).toBe('tcp:ECONNREFUSED');
  });
});

describe('checkAddress', () => {
  it('refuses private answers and lets an unknown name through', async () => {
    expect(await answering(['10.0.0.1']).checkAddress('https://a.example/')).toMatchObject({ code: 'address_refused' });
    expect(await answering(['8.8.8.8']).checkAddress('https://a.example/')).toMatchObject({ ok: true });
    const unknown = createGuard({ resolve: async () => Promise.reject(new Error('x')) });
    expect(await unknown.checkAddress('https://a.example/')).toMatchObject({ ok: true });
  });
});

describe('parseEgressAllow', () => {
  it('names every fault', () => {
    const { allow: parsed, faults } = parseEgressAllow('10.0.0.0/8, mcp.lan:8080,10.0.0.0/33, nonsense,[::1]:80,');
    expect(parsed.entries).toEqual(['10.0.0.0/8', 'mcp.lan:8080', '[::1]:80']);
    expect(faults).toHaveLength(2);
  });

  it('lets a literal through by CIDR on any port', () => {
    const guard = createGuard({ allow: allow('127.0.0.1/32') });
    expect(guard.checkUrl('http://127.0.0.1:81/').ok).toBe(true);
    expect(guard.checkUrl('http://127.0.0.2:81/').ok).toBe(false);
  });
});
