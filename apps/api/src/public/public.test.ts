import { embedStatus } from '@alivemcp/contracts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
  await test.register({ url: 'https://open.example.com/mcp', slug: 'open', public: true });
  await test.register({ url: 'https://closed.example.com/mcp', slug: 'closed', public: false });
});
afterAll(() => test.close());

const get = (url: string, headers = {}) => test.app.inject({ url, headers });

describe('badge', () => {
  it('is an SVG that README proxies may keep for a minute', async () => {
    const badge = await get('/badge/open.svg');
    expect(badge.statusCode).toBe(200);
    expect(badge.headers).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'public, max-age=60, s-maxage=60, stale-while-revalidate=300, stale-if-error=86400',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'x-content-type-options': 'nosniff',
    });
    expect(badge.headers).not.toHaveProperty('ratelimit');
    expect(badge.body).toContain('pending');
    const again = await get('/badge/open.svg', { 'if-none-match': badge.headers.etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(again.headers['cache-control']).toBe(badge.headers['cache-control']);
  });

  it('speaks to shields.io', async () => {
    const badge = await get('/badge/open.json?metric=status&label=My%20server&cachebuster=1');
    expect(badge.json()).toMatchObject({ schemaVersion: 1, label: 'My server', message: 'pending' });
  });

  it('is grey for what is unknown, private or no slug at all, with the same bytes', async () => {
    const [unknown, closed, strange] = await Promise.all([
      get('/badge/nothing-here.svg'),
      get('/badge/closed.svg'),
      get('/badge/Not%20A%20Slug.svg'),
    ]);
    expect(unknown.statusCode).toBe(200);
    expect(unknown.body).toContain('unknown');
    expect(closed.body).toBe(unknown.body);
    expect(strange.body).toBe(unknown.body);
    expect(closed.headers.etag).toBe(unknown.headers.etag);
  });

  it('may be read from any site, and only read', async () => {
    const ask = (url: string, method: string) =>
      test.app.inject({
        method: 'OPTIONS',
        url,
        headers: { origin: 'https://blog.example', 'access-control-request-method': method },
      });
    const badge = await ask('/badge/open.json', 'GET');
    expect(badge.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
    });
    const api = await ask('/api/v1/servers', 'POST');
    expect([api.statusCode, api.headers['access-control-allow-origin']]).toEqual([404, undefined]);
  });

  it('says when a parameter is wrong', async () => {
    expect((await get('/badge/open.svg?style=plastic')).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/style' }],
    });
  });

  it('carries a hostile label as text', async () => {
    const badge = await get(`/badge/open.svg?label=${encodeURIComponent('<script>"&')}`);
    expect(badge.body).not.toContain('<script>');
  });

  it('costs no query while it is hot', async () => {
    await get('/badge/open.svg?metric=uptime');
    const select = vi.spyOn(test.services.database.db, 'select');
    const execute = vi.spyOn(test.services.database.db, 'execute');
    for (let i = 0; i < 20; i++) await get('/badge/open.svg?metric=uptime');
    expect(select.mock.calls.length + execute.mock.calls.length).toBe(0);
    test.clock.advance(6_000);
    await get('/badge/open.svg?metric=uptime');
    expect(select.mock.calls.length + execute.mock.calls.length).toBeGreaterThan(0);
    vi.restoreAllMocks();
  });
});

describe('embed-status', () => {
  it('has exactly the promised shape', async () => {
    const answer = await get('/api/embed-status/open');
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=60, stale-while-revalidate=300',
      'access-control-allow-origin': '*',
      etag: expect.stringMatching(/^"/),
    });
    expect(Object.keys(answer.json()).sort()).toEqual(Object.keys(embedStatus.shape).sort());
    expect(answer.json()).toMatchObject({
      slug: 'open',
      state: 'unknown',
      status: 'pending',
      status_page_url: 'https://alive.example/s/open',
    });
    const again = await get('/api/embed-status/open', { 'if-none-match': answer.headers.etag });
    expect(again.statusCode).toBe(304);
  });

  it.each(['closed', 'nothing-here', '%3Cb%3E'])('does not know %s', async (slug) => {
    const answer = await get(`/api/embed-status/${slug}`);
    expect(answer.json()).toMatchObject({ status: 404, code: 'not_found' });
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': '*', 'cache-control': 'no-store' });
  });
});
