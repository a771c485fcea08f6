import { loadWeb } from '@alivemcp/web';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

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

it('lets pages use our own style and script, and nothing else', async () => {
  const { pages } = await loadWeb();
  for (const url of ['/docs/errors', '/setup?token=x', '/s/nothing', '/status/nothing']) {
    const page = await get(url);
    const policy = String(page.headers['content-security-policy']);
    expect(policy, url).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(page.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
    expect(page.body).toContain(pages.style);
    expect(page.body).not.toMatch(/<script(?! (src="\/page\.js" defer|defer src="\/page\.js"))/);
  }
});

describe('the dashboard', () => {
  it('is one document at all its addresses, and asks before it is shown again', async () => {
    const page = await get('/');
    for (const url of [
      '/sign-in',
      '/servers',
      '/servers/srv_x?tab=tools',
      '/incidents',
      '/status-pages/new',
      '/maintenance',
      '/maintenance/new',
      '/keys',
    ]) {
      const same = await get(url);
      expect([same.statusCode, same.body], url).toEqual([200, page.body]);
      expect(same.headers).toMatchObject({ 'cache-control': 'no-cache', etag: page.headers.etag });
    }
    expect((await get('/servers', { 'if-none-match': page.headers.etag })).statusCode).toBe(304);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  });

  it('has files that never change under their name, ready-compressed', async () => {
    const script = /src="(\/assets\/[^"]+\.js)"/.exec((await get('/')).body)?.[1] ?? '';
    const file = await get(script, { 'accept-encoding': 'br, gzip' });
    expect(file.statusCode).toBe(200);
    expect(file.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      'content-type': 'application/javascript; charset=utf-8',
    });
    expect((await get('/assets/nothing.js')).statusCode).toBe(404);
    expect((await get('/assets/../server/index.js')).statusCode).toBe(404);
  });
});

it('answers people who lost their way with a page, and programs with a problem', async () => {
  const page = await get('/nowhere', { accept: 'text/html,*/*' });
  expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  for (const [url, accept] of [
    ['/nowhere', '*/*'],
    ['/api/nowhere', 'text/html'],
  ] as const) {
    const problem = await get(url, { accept });
    expect([problem.statusCode, problem.json().code]).toEqual([404, 'not_found']);
  }
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
    expect(page.body).not.toContain('<script>');
    expect((await get('/s/shown', { 'if-none-match': page.headers.etag })).statusCode).toBe(304);
  });

  it('is a friendly page when there is none', async () => {
    const page = await get('/s/absent');
    expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.body).toContain('It may be private, or gone.');
  });
});
