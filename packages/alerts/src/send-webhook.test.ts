import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { createGuard, parseEgressAllow } from '@alivemcp/net-guard';
import { Webhook } from 'standardwebhooks';
import { afterEach, expect, test } from 'vitest';
import type { SendDeps } from './send-request.ts';
import { sendWebhook } from './send-webhook.ts';
import { generateWebhookSecret } from './webhook-secret.ts';

const cleanup: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanup.splice(0)) await undo();
});

const { allow } = parseEgressAllow('127.0.0.1/32');
const deps: SendDeps = { guard: createGuard({ allow }), now: Date.now };
const secrets = [generateWebhookSecret(), generateWebhookSecret()];
const body = JSON.stringify({
  type: 'server.down',
  timestamp: '2026-11-20T12:00:00.000Z',
  data: { name: 'Zürich 🚀' },
});
const send = (url: string, more: Partial<SendDeps> = {}) =>
  sendWebhook({ url, id: 'evt_1', body, secrets }, { ...deps, ...more });

async function listening(server: Server | ReturnType<typeof createTcpServer>, scheme = 'http'): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanup.push(() => new Promise((resolve) => server.close(resolve)));
  if ('closeAllConnections' in server) cleanup.unshift(() => server.closeAllConnections());
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

const receiver = (handle: (request: IncomingMessage, response: ServerResponse) => void) =>
  listening(createServer(handle));
const answering = (status: number, headers: Record<string, string> = {}, text = '') =>
  receiver((request, response) => {
    request.resume().on('end', () => response.writeHead(status, headers).end(text));
  });

function rawTcp(onConnection: (socket: Socket) => void, scheme = 'http') {
  const server = createTcpServer((socket) => {
    cleanup.unshift(() => socket.destroy());
    socket.on('error', () => {});
    onConnection(socket);
  });
  return listening(server, scheme);
}

test('an independent verifier accepts what arrives, with either secret', async () => {
  const seen: { headers: Record<string, string>; body: string; method: string }[] = [];
  const url = await receiver(async (request, response) => {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    seen.push({ headers: request.headers as Record<string, string>, body: text, method: request.method ?? '' });
    response.end('thanks');
  });

  const result = await send(url);

  expect(result).toMatchObject({ ok: true, status: 200, error: null, address: '127.0.0.1', responseBody: 'thanks' });
  expect(result).toMatchObject({ retryAfterMs: null, gone: null });
  expect(result.durationMs).toBeGreaterThanOrEqual(0);
  const [got] = seen;
  if (!got) throw new Error('nothing arrived');
  expect(got.method).toBe('POST');
  expect(got.body).toBe(body);
  expect(got.headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': 'evt_1' });
  expect(got.headers['user-agent']).toMatch(/^AliveMCP\/\d+\.\d+\.\d+ \(\+https:\/\/alivemcp\.com\/webhooks\)$/);
  for (const secret of secrets) expect(new Webhook(secret).verify(got.body, got.headers)).toEqual(JSON.parse(body));
});

test.each([
  [204, null],
  [302, 'http.redirect'],
  [400, 'http.client_error'],
  [500, 'http.server_error'],
])('status %i → %s', async (status, error) => {
  expect(await send(await answering(status))).toMatchObject({ ok: error === null, status, error, gone: null });
});

test('a redirect is not followed', async () => {
  let visits = 0;
  const target = await receiver((_, response) => {
    visits++;
    response.end();
  });
  expect(await send(await answering(307, { location: target }))).toMatchObject({ ok: false, error: 'http.redirect' });
  expect(visits).toBe(0);
});

test('410 means gone', async () => {
  expect(await send(await answering(410))).toMatchObject({
    ok: false,
    status: 410,
    gone: expect.stringContaining('410'),
  });
});

test('Retry-After is read', async () => {
  const result = await send(await answering(429, { 'retry-after': '7' }));
  expect(result).toMatchObject({ error: 'http.rate_limited', retryAfterMs: 7_000 });
});

test('the kept answer is cut at 4 KiB and cleaned', async () => {
  const result = await send(await answering(500, {}, `\u202e\u0000${'x'.repeat(200_000)}`));
  expect(result.responseBody).toMatch(/^x+$/);
  expect(result.responseBody?.length).toBeLessThanOrEqual(4_096);
});

test('an endless answer is left at 64 KiB, and its 2xx counts', async () => {
  let sent = 0;
  let over = () => {};
  const closed = new Promise<void>((resolve) => {
    over = resolve;
  });
  const url = await receiver((_, response) => {
    response.on('close', () => over());
    response.writeHead(200);
    const more = (): void => {
      while (!response.destroyed && response.write('y'.repeat(1_024))) sent++;
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  });
  const result = await send(url);
  await closed;
  expect(result).toMatchObject({ ok: true, status: 200 });
  expect(result.responseBody).toHaveLength(4_096);
  expect(sent).toBeGreaterThan(0);
});

test('a 2xx whose body drags is a success at the deadline', async () => {
  const url = await receiver((_, response) => {
    response.writeHead(200);
    response.write('part');
  });
  const result = await send(url, { timeoutMs: 200 });
  expect(result).toMatchObject({ ok: true, status: 200, responseBody: 'part' });
  expect(result.durationMs).toBeLessThan(5_000);
});

test('silence after the connection ends at the deadline', async () => {
  const url = await receiver(() => {});
  const result = await send(url, { timeoutMs: 200 });
  expect(result).toMatchObject({ ok: false, status: null, error: 'http.timeout_headers', address: '127.0.0.1' });
  expect(result.durationMs).toBeGreaterThanOrEqual(190);
});

test('a connection that does not come about ends at the deadline', async () => {
  const guard = createGuard({ allow, resolve: () => new Promise(() => {}), dnsTimeoutMs: 10_000 });
  const result = await send('http://hooks.example.com/', { guard, timeoutMs: 100 });
  expect(result).toMatchObject({ error: 'tcp.timeout', address: null });
  expect(result.durationMs).toBeLessThan(5_000);
});

test.each([
  ['a name nobody knows', 'dns.not_found', async () => []],
  ['a name that leads to a private address', 'target.refused', async () => ['10.0.0.1']],
])('%s → %s', async (_, error, resolve) => {
  const guard = createGuard({ allow, resolve });
  expect(await send('http://hooks.example.com/', { guard })).toMatchObject({ ok: false, error, address: null });
});

test('loopback is refused unless the operator allows it', async () => {
  let visits = 0;
  const url = await receiver((_, response) => {
    visits++;
    response.end();
  });
  expect(await send(url, { guard: createGuard() })).toMatchObject({ error: 'target.refused', address: null });
  expect(visits).toBe(0);
});

test('nobody listens', async () => {
  const server = createTcpServer();
  const url = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  cleanup.length = 0;
  expect(await send(url)).toMatchObject({
    ok: false,
    status: null,
    error: 'tcp.refused',
    address: null,
    responseBody: null,
  });
});

test.each([
  ['a reset before any answer', 'tcp.reset', (socket: Socket) => socket.resetAndDestroy()],
  ['broken headers', 'http.bad_framing', (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nbad header\r\n\r\n')],
  ['a banner instead of HTTP', 'http.not_http', (socket: Socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')],
])('%s → %s', async (_, error, behave) => {
  const url = await rawTcp((socket) => socket.once('data', () => behave(socket)));
  expect(await send(url)).toMatchObject({ ok: false, error });
});

test('plain HTTP behind an https URL', async () => {
  const url = await rawTcp(
    (socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    'https',
  );
  expect(await send(url)).toMatchObject({ ok: false, error: 'tls.not_tls' });
});

test.each(['ftp://127.0.0.1/', 'file:///etc/passwd', 'http://user:pass@127.0.0.1/', 'not a url'])(
  '%s is refused',
  async (url) => {
    expect(await send(url)).toMatchObject({ ok: false, error: 'target.refused', address: null });
  },
);

test('a broken secret is our fault and throws', async () => {
  await expect(
    sendWebhook({ url: 'http://127.0.0.1:9/', id: 'evt_1', body, secrets: ['plain'] }, deps),
  ).rejects.toThrow(TypeError);
});
