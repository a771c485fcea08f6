import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestApp, OWNER, type TestApp } from '../testing/test-app.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
});
afterEach(() => test.close());

it('says what is left, and refuses what is over it', async () => {
  const first = await test.ask('GET', '/api/v1/servers');
  expect(first.headers['ratelimit-policy']).toBe('"api";q=600;w=60');
  expect(first.headers.ratelimit).toMatch(/^"api";r=599;t=\d+$/);
  for (let i = 1; i < 600; i++) await test.ask('GET', '/api/v1/servers?limit=0');
  const over = await test.ask('GET', '/api/v1/servers');
  expect(over.json()).toMatchObject({ status: 429, code: 'rate_limited' });
  expect(Number(over.headers['retry-after'])).toBeGreaterThan(0);
  const authorization = `Bearer ${await test.key({})}`;
  expect((await test.ask('GET', '/api/v1/servers', undefined, { authorization })).statusCode).toBe(200);
});

it('lets an address try ten passwords a minute; a /64 is one address', async () => {
  const wrong = { email: OWNER.email, password: 'wrong' };
  const attempt = (remoteAddress: string) =>
    test.app.inject({ method: 'POST', url: '/api/v1/session', payload: wrong, remoteAddress });
  for (let i = 0; i < 10; i++) expect((await attempt(`2001:db8:1:2::${i}`)).statusCode).toBe(401);
  const over = await attempt('2001:db8:1:2:ffff::1');
  expect(over.statusCode).toBe(429);
  expect(over.headers['ratelimit-policy']).toBe('"api";q=600;w=60, "credentials";q=10;w=60');
  expect((await attempt('2001:db8:1:3::1')).statusCode).toBe(401);
});

it('stops an address that keeps failing before it costs a query', async () => {
  const attempt = () => test.app.inject({ url: '/api/v1/servers', headers: { authorization: 'Bearer amcp_guess' } });
  for (let i = 0; i < 600; i++) await attempt();
  await test.services.database.close();
  expect((await attempt()).statusCode).toBe(429);
}, 60_000);

it('probes one server ten times a minute at most', async () => {
  const { id } = await test.register();
  await test.ask('POST', `/api/v1/servers/${id}/pause`);
  const probe = () => test.ask('POST', `/api/v1/servers/${id}/probe`);
  for (let i = 0; i < 10; i++) expect((await probe()).statusCode).toBe(409);
  expect((await probe()).statusCode).toBe(429);
});
