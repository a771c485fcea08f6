import { connect, type Socket } from 'node:net';
import { type LiveEvent, SCOPES } from '@alivemcp/contracts';
import { tellLive } from '@alivemcp/services';
import { waitFor } from '@alivemcp/testkit';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTestApp, KEY, OWNER, type TestApp } from '../testing/test-app.ts';

const HEARTBEAT_MS = 15_000;
const DAYS_100 = 100 * 86_400_000;

let test: TestApp;
let origin: string;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  test = await createTestApp();
  origin = await test.app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  vi.useRealTimers();
  await test.close();
});

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const ask = (headers: Record<string, string> = bearer(KEY)) => fetch(`${origin}/api/v1/live`, { headers });

/** A stream that was opened; `heard` is all it said so far. */
async function open(headers?: Record<string, string>) {
  const response = await ask(headers);
  expect(response.status).toBe(200);
  let heard = '';
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const part of response.body ?? []) heard += decoder.decode(part, { stream: true });
  })();
  const hears = (text: string) => waitFor(() => heard.includes(text), { what: text });
  await hears('retry: 3000\n\n');
  return { response, ended, hears, heard: () => heard };
}

const asText = (event: LiveEvent) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

it('streams what changes in the workspace, and nothing of another', async () => {
  const mine = await open();
  const theirs = await open(bearer(await test.stranger()));
  expect(Object.fromEntries(mine.response.headers)).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'ratelimit-policy': expect.stringContaining('api'),
  });
  const server = await test.register();
  await mine.hears(asText({ type: 'changed', serverId: server.id }));
  await tellLive(test.services, [
    { workspaceId: 'wsp_01k9x2m4q8r6t3v5w7y9z1b3c5', event: { type: 'changed', serverId: null } },
  ]);
  await theirs.hears(asText({ type: 'changed', serverId: null }));
  expect(theirs.heard()).not.toContain(server.id);
  expect(mine.heard()).not.toContain('null');
});

it('is for who may read servers', async () => {
  expect((await ask({})).status).toBe(401);
  const scopes = SCOPES.filter((scope) => scope !== 'servers:read');
  expect((await ask(bearer(await test.key({ scopes })))).status).toBe(403);
  expect((await test.ask('GET', '/api/v1/servers')).statusCode).toBe(200);
  const head = await fetch(`${origin}/api/v1/live`, { method: 'HEAD', headers: bearer(KEY) });
  expect(head.status).toBe(404);
});

it('ends when the app closes, at once', async () => {
  const streams = await Promise.all([open(), open()]);
  const from = performance.now();
  await test.app.close();
  expect(performance.now() - from).toBeLessThan(2_000);
  await Promise.all(streams.map(({ ended }) => ended));
});

it('ends with the session', async () => {
  const signedIn = await test.app.inject({ method: 'POST', url: '/api/v1/session', payload: OWNER });
  const stream = await open({ cookie: `alivemcp=${signedIn.cookies[0]?.value}` });
  vi.advanceTimersByTime(HEARTBEAT_MS);
  await stream.hears('\n\n:\n\n');
  test.clock.advance(DAYS_100);
  vi.advanceTimersByTime(HEARTBEAT_MS);
  await stream.ended;
});

it('ends with the key', async () => {
  const made = await test.ask('POST', '/api/v1/keys', { name: 'short-lived', scopes: ['servers:read'] });
  const { id, key } = made.json();
  const stream = await open(bearer(key));
  await test.ask('DELETE', `/api/v1/keys/${id}`);
  vi.advanceTimersByTime(HEARTBEAT_MS);
  await stream.ended;
});

it('is open at most 20 times in a workspace, and counted when it is over', async () => {
  const leave = new AbortController();
  const some = Array.from({ length: 19 }, () => open());
  const last = await fetch(`${origin}/api/v1/live`, { headers: bearer(KEY), signal: leave.signal });
  await Promise.all(some);
  const refused = await ask();
  expect(refused.headers.get('retry-after')).toBe('15');
  expect(await refused.json()).toMatchObject({ status: 429, code: 'rate_limited' });
  await open(bearer(await test.stranger()));

  leave.abort();
  await expect(last.text()).rejects.toThrow();
  await waitFor(async () => (await ask()).status === 200, { what: 'the place of who left' });
  expect((await test.app.inject('/metrics')).body).toMatch(
    /http_requests_total{[^}]+"\/api\/v1\/live",status="200"} 1$/m,
  );
});

it('cuts off who does not read', async () => {
  const served: Socket[] = [];
  test.app.server.on('connection', (socket) => served.push(socket));
  const idle = connect(Number(new URL(origin).port), '127.0.0.1').pause();
  idle.on('error', () => {});
  idle.write(`GET /api/v1/live HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${KEY}\r\n\r\n`);
  await waitFor(() => (served[0]?.bytesWritten ?? 0) > 0, { what: 'the beginning of the stream' });

  const workspaceId = await test.workspaceId();
  const serverIds = Array.from({ length: 20_000 }, (_, i) => `srv_${String(i).padStart(26, '0')}`);
  await waitFor(
    async () => {
      await tellLive(test.services, [{ workspaceId, event: { type: 'probed', serverIds } }]);
      return served[0]?.destroyed;
    },
    { what: 'the end of the stream' },
  );
  idle.destroy();
});
