import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createGuard } from '@alivemcp/net-guard';
import { type Fixture, startFixture } from '@alivemcp/testkit/mcp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { probe } from './probe.ts';
import { stopwatch } from './testing/stopwatch.ts';
import { check, guard, target } from './testing.ts';

const TIMEOUT_MS = 1500;
const SLACK_MS = 250;
const legacy = { version: '2025-11-25', era: 'legacy', transport: 'streamable-http' } as const;

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
beforeEach(() => {
  fixture.set({});
  fixture.requests.length = 0;
});
afterAll(async () => {
  await fixture.close();
});

const spoken = () => fixture.requests.map((r) => `${r.method} ${r.rpc ?? ''}`.trim());

let took: () => number;
beforeEach(() => {
  took = stopwatch();
});
const expectInTime = (limitMs = TIMEOUT_MS) => expect(took()).toBeLessThan(limitMs + SLACK_MS);

describe('a body that never ends leaves no time for anything after it', () => {
  /** Answers every POST with headers and half a body, and a GET not at all. */
  const sockets = new Set<Socket>();
  const half = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    socket.on('data', (data) => {
      if (data.toString('latin1').startsWith('POST')) socket.write(`HTTP/1.1 ${status}\r\ncontent-length: 99\r\n\r\n{`);
    });
  });
  let status = '';
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => half.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(half.address() as AddressInfo).port}/mcp`;
  });
  afterAll(() => new Promise<void>((resolve) => half.close(() => resolve())));
  afterEach(() => expect.poll(() => sockets.size, { timeout: 1000 }).toBe(0));

  it('a 401, and the walk of the metadata', async () => {
    status = '401 Unauthorized';
    expect(await check(url, { timeoutMs: TIMEOUT_MS })).toMatchObject({ class: 'auth.required', outcome: 'up' });
    expectInTime();
  });

  it('a 401 to a token, and another token', async () => {
    status = '401 Unauthorized';
    const auth = { type: 'oauth_client_credentials', clientId: 'a', clientSecret: 'secret', tokenUrl: url } as const;
    expect(await check(url, { timeoutMs: TIMEOUT_MS, auth })).toMatchObject({ class: 'auth.token_endpoint' });
    expectInTime();
  });

  it('a 404 along the known path, and the search for another', async () => {
    status = '404 Not Found';
    expect(await check(url, { timeoutMs: TIMEOUT_MS, known: legacy })).toMatchObject({ class: 'http.not_found' });
    expectInTime();
  });

  it('a 404 at first contact, and the old transport', async () => {
    status = '404 Not Found';
    expect((await check(url, { timeoutMs: TIMEOUT_MS })).outcome).toBe('down');
    expectInTime();
  });
});

describe('the DELETE', () => {
  it('that finds no connection after the deadline does not make it longer', async () => {
    let asked = 0;
    const once = createGuard({
      allowPrivate: true,
      resolve: () => (asked++ === 0 ? Promise.resolve(['127.0.0.1']) : new Promise(() => {})),
    });
    fixture.set({ fault: 'silence', at: 'tools/list' });
    const url = fixture.url.replace('127.0.0.1', 'fixture.example');
    const result = await probe(target(url, { timeoutMs: TIMEOUT_MS, known: legacy }), { guard: once });
    expect(result).toMatchObject({ class: 'http.timeout_headers' });
    expect(asked).toBe(2);
    expectInTime();
  });

  it('is sent on our own shutdown, too', async () => {
    fixture.set({ fault: 'silence', at: 'tools/list' });
    const end = new AbortController();
    const ended = probe(target(fixture.url), { guard, signal: end.signal });
    await expect.poll(spoken, { interval: 5 }).toContain('POST tools/list');
    end.abort();
    expect(await ended).toMatchObject({ class: 'observer.cancelled', outcome: 'unknown' });
    expect(spoken().at(-1)).toBe('DELETE');
  });

  it('has nothing to wait for when the shutdown came first', async () => {
    const result = await probe(target(fixture.url), { guard, signal: AbortSignal.abort() });
    expect(result).toMatchObject({ class: 'observer.cancelled' });
    expect(fixture.requests).toEqual([]);
  });
});

it('headers have a limit of their own', async () => {
  fixture.set({ fault: 'silence' });
  const result = await check(fixture.url, { timeoutMs: 4000, known: legacy });
  // Otherwise the first attempt would have lasted to the end, and there would be no second.
  expect(result).toMatchObject({ class: 'http.timeout_headers', attempts: 2 });
  expect(result.firstAttempt).toMatchObject({
    class: 'http.timeout_headers',
    phases: [{}, {}, { name: 'initialize', ok: false }],
  });
});
