import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { STYLE } from './style.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({ empty: true });
});
afterAll(() => test.close());

const get = (url: string, headers = {}) => test.app.inject({ url, headers });
const submit = (fields: Record<string, string>, headers = {}) =>
  test.app.inject({
    method: 'POST',
    url: '/setup',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });

it('keeps scripts, frames and strangers out of every page', async () => {
  for (const url of ['/', '/docs/errors', '/setup?token=x', '/s/nothing']) {
    const page = await get(url);
    const policy = String(page.headers['content-security-policy']);
    expect(policy, url).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(page.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
    expect(page.body).toContain(STYLE);
    expect(page.body).not.toContain('<script');
  }
});

it('says at the start where to go', async () => {
  const page = await get('/');
  for (const link of ['/docs', '/openapi.json', '/docs/errors']) expect(page.body).toContain(`href="${link}"`);
});

describe('setup by form', () => {
  it('needs the link', async () => {
    const page = await get('/setup');
    expect(page.statusCode).toBe(410);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('keeps what was typed, but not the password, when something is wrong', async () => {
    const page = await submit({
      token: 't"><b>',
      email: 'no-address',
      password: 'short-one',
      workspaceName: 'Acme <Ops>',
    });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('value="t&quot;&gt;&lt;b&gt;"');
    expect(page.body).toContain('value="no-address"');
    expect(page.body).toContain('value="Acme &lt;Ops&gt;"');
    expect(page.body).toContain('at least 12 characters');
    expect(page.body).not.toContain('short-one');
    expect(page.body.match(/aria-invalid="true"/g)).toHaveLength(2);
  });

  it('creates the owner, signs in, and shows a first key that works', async () => {
    const token = await test.link();
    const fields = { token, email: 'Me@Example.com', password: 'correct horse battery', workspaceName: 'Acme' };
    expect((await submit(fields, { origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await get(`/setup?token=${token}`)).body).toContain(`value="${token}"`);

    const done = await submit(fields, { origin: 'https://alive.example' });
    expect(done.statusCode).toBe(200);
    expect(done.headers['cache-control']).toBe('no-store');
    expect(done.body).toContain('curl -X POST https://alive.example/api/v1/servers');
    const key = /amcp_\w+/.exec(done.body)?.[0];
    const servers = await get('/api/v1/servers', { authorization: `Bearer ${key}` });
    expect(servers.statusCode).toBe(200);
    const session = await get('/api/v1/session', { cookie: `alivemcp=${done.cookies[0]?.value}` });
    expect(session.json()).toMatchObject({ user: { email: 'me@example.com' }, workspace: { name: 'Acme' } });

    const again = await submit(fields);
    expect(again.statusCode).toBe(410);
    expect(again.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(test.lines.join('')).not.toContain(token);
  });
});

describe('page of a server', () => {
  it('is cacheable, has an ETag, and shows a hostile name as text', async () => {
    await test.register({ slug: 'shown', public: true, name: '<script>alert(1)</script>' });
    const page = await get('/s/shown');
    expect(page.statusCode).toBe(200);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=15, s-maxage=30, stale-while-revalidate=60, stale-if-error=86400',
    });
    expect(page.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page.body).not.toContain('<script');
    expect((await get('/s/shown', { 'if-none-match': page.headers.etag })).statusCode).toBe(304);
  });

  it('is a friendly page when there is none', async () => {
    const page = await get('/s/absent');
    expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.body).toContain('It may be private, or gone.');
  });
});
