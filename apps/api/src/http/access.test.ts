import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, OWNER, type TestApp } from '../testing/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

const BROWSER = { 'sec-fetch-site': 'same-origin' };

async function signIn(headers: object = BROWSER) {
  return test.app.inject({ method: 'POST', url: '/api/v1/session', payload: OWNER, headers: { ...headers } });
}

let cookie: string;
beforeAll(async () => {
  cookie = `alivemcp=${(await signIn()).cookies[0]?.value}`;
});

describe('keys', () => {
  it.each([undefined, 'Bearer amcp_wrong', 'Bearer ', 'Basic b3duZXI6eA==', `Bearer ${'x'.repeat(5000)}`])(
    'lets nobody in with %s',
    async (authorization) => {
      const answer = await test.app.inject({ url: '/api/v1/servers', headers: authorization ? { authorization } : {} });
      expect(answer.json()).toMatchObject({ status: 401, code: 'unauthenticated' });
      expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
    },
  );

  it('holds a key to its scopes', async () => {
    const authorization = `Bearer ${await test.key({ scopes: ['servers:read'] })}`;
    const ask = (method: 'GET' | 'POST', url: string) => test.app.inject({ method, url, headers: { authorization } });
    expect((await ask('GET', '/api/v1/servers')).statusCode).toBe(200);
    const refused = await ask('POST', '/api/v1/servers');
    expect(refused.json()).toMatchObject({ status: 403, code: 'forbidden' });
    expect(refused.headers['www-authenticate']).toBe('Bearer error="insufficient_scope", scope="servers:write"');
    for (const path of ['incidents', 'channels', 'deliveries', 'keys']) {
      expect((await ask('GET', `/api/v1/${path}`)).statusCode, path).toBe(403);
    }
  });

  it('cannot grant more than it has, and can be revoked', async () => {
    const authorization = `Bearer ${await test.key({ scopes: ['keys:write', 'servers:read'] })}`;
    const create = (body: object) => test.ask('POST', '/api/v1/keys', body, { authorization });
    expect((await create({ name: 'more', scopes: ['servers:write'] })).statusCode).toBe(403);
    const made = await create({ name: 'same', scopes: ['servers:read'] });
    expect(made.statusCode).toBe(201);
    const { id, key } = made.json();
    const listed = await test.ask('GET', '/api/v1/keys');
    expect(listed.body).toContain(id);
    expect(listed.body).not.toContain(key);
    expect((await test.ask('DELETE', `/api/v1/keys/${id}`)).statusCode).toBe(204);
    const use = await test.app.inject({ url: '/api/v1/servers', headers: { authorization: `Bearer ${key}` } });
    expect(use.statusCode).toBe(401);
  });

  it('have no session', async () => {
    expect((await test.ask('GET', '/api/v1/session')).json()).toMatchObject({ status: 403 });
  });
});

describe('sessions', () => {
  it('begin with the password, carry every scope, and end', async () => {
    const started = await signIn();
    expect(started.statusCode).toBe(201);
    expect(started.cookies[0]).toMatchObject({ name: 'alivemcp', httpOnly: true, sameSite: 'Lax', path: '/' });
    const headers = { ...BROWSER, cookie: `alivemcp=${started.cookies[0]?.value}` };
    expect((await test.app.inject({ url: '/api/v1/session', headers })).json()).toEqual(started.json());
    expect((await test.app.inject({ url: '/api/v1/keys', headers })).statusCode).toBe(200);
    const ended = await test.app.inject({ method: 'DELETE', url: '/api/v1/session', headers });
    expect([ended.statusCode, ended.cookies[0]?.value]).toEqual([204, '']);
    expect((await test.app.inject({ url: '/api/v1/session', headers })).statusCode).toBe(401);
  });

  it('do not begin with a wrong password, nor from another site', async () => {
    const payload = { ...OWNER, password: 'wrong' };
    const wrong = await test.app.inject({ method: 'POST', url: '/api/v1/session', payload });
    expect(wrong.json()).toMatchObject({ status: 401, code: 'wrong_credentials' });
    expect((await signIn({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await signIn({ origin: 'https://evil.example' })).statusCode).toBe(403);
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{}, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 422],
    [{ origin: 'https://alive.example' }, 422],
    [{ origin: 'http://localhost:80', host: 'localhost:80' }, 422],
    [{ 'sec-fetch-site': 'same-origin', 'content-type': 'text/plain' }, 415],
  ])('change something only from our own pages: %j → %i', async (headers, status) => {
    const answer = await test.app.inject({
      method: 'POST',
      url: '/api/v1/servers',
      headers: { cookie, 'content-type': 'application/json', ...headers },
      payload: '{}',
    });
    expect(answer.statusCode).toBe(status);
  });

  it('do not help a key that is wrong', async () => {
    const headers = { cookie, authorization: 'Bearer amcp_wrong' };
    expect((await test.app.inject({ url: '/api/v1/servers', headers })).statusCode).toBe(401);
  });

  it('have a cookie that only this host gets, over TLS only, where there is TLS', async () => {
    const secure = await createTestApp({ deps: { secureCookies: true } });
    const answer = await secure.app.inject({ method: 'POST', url: '/api/v1/session', payload: OWNER });
    expect(answer.cookies[0]).toMatchObject({ name: '__Host-alivemcp', secure: true, path: '/', httpOnly: true });
    expect(answer.cookies[0]?.domain).toBeUndefined();
    await secure.close();
  });
});
