import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

const ABSENT = 'srv_01k9x2m4q8r6t3v5w7y9z1b3c5';

describe('registering', () => {
  it('answers 201 with the server, which can then be read, listed, changed, paused and deleted', async () => {
    const body = { url: 'https://orders.example.com/mcp', auth: { type: 'bearer', token: 'very-secret' }, tags: ['a'] };
    const made = await test.ask('POST', '/api/v1/servers', body);
    expect(made.statusCode).toBe(201);
    const server = made.json();
    expect(server).toMatchObject({ status: 'pending', intervalMs: 60_000, public: false, auth: { type: 'bearer' } });
    expect(made.body).not.toContain('very-secret');

    const url = `/api/v1/servers/${server.id}`;
    expect((await test.ask('GET', url)).json()).toEqual(server);
    const listed = await test.ask('GET', '/api/v1/servers?tag=a&limit=5');
    expect(listed.json()).toMatchObject({ data: [{ id: server.id }], nextCursor: null });
    expect((await test.ask('PATCH', url, { name: 'Orders' })).json()).toMatchObject({ name: 'Orders' });
    expect((await test.ask('POST', `${url}/pause`)).json()).toMatchObject({ status: 'paused' });
    expect((await test.ask('POST', `${url}/probe`)).json()).toMatchObject({ status: 409, code: 'conflict' });
    expect((await test.ask('POST', `${url}/resume`)).json()).toMatchObject({ status: 'pending' });
    const gone = await test.ask('DELETE', url);
    expect([gone.statusCode, gone.body]).toEqual([204, '']);
    expect((await test.ask('GET', url)).statusCode).toBe(404);
  });

  it.each([
    ['nonsense', 'url_invalid'],
    ['ftp://mcp.example.com/', 'url_invalid'],
    ['http://127.0.0.1:9/mcp', 'address_refused'],
    ['http://169.254.169.254/latest/meta-data', 'address_refused'],
    ['http://[::1]/mcp', 'address_refused'],
  ])('refuses %s with %s and stores nothing', async (url, code) => {
    const answer = await test.ask('POST', '/api/v1/servers', { url });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ code, status: 422, errors: [{ pointer: '/url' }] });
    expect((await test.ask('GET', '/api/v1/servers')).json().data).toEqual([]);
  });

  it('refuses the same URL and the same slug a second time', async () => {
    const { id } = await test.register({ url: 'https://twice.example.com/mcp', slug: 'twice' });
    const again = await test.ask('POST', '/api/v1/servers', { url: 'https://twice.example.com/mcp' });
    expect(again.json()).toMatchObject({ status: 409, code: 'server_exists' });
    const slug = await test.ask('POST', '/api/v1/servers', { url: 'https://other.example.com/mcp', slug: 'twice' });
    expect(slug.json()).toMatchObject({ status: 409, code: 'slug_taken' });
    await test.ask('DELETE', `/api/v1/servers/${id}`);
  });

  it('points at every wrong field', async () => {
    const body = {
      url: 7,
      intervalMs: 10_500,
      auth: { type: 'header', name: 'Host', value: 'x' },
      regions: [],
      'a/b': 1,
    };
    const problem = (await test.ask('POST', '/api/v1/servers', body)).json();
    expect(problem).toMatchObject({ status: 422, code: 'invalid', type: '/docs/errors#invalid' });
    const pointers = problem.errors.map((error: { pointer: string }) => error.pointer);
    expect(pointers.sort()).toEqual(['/auth/name', '/a~1b', '/intervalMs', '/regions', '/url']);
  });

  it('knows only its regions', async () => {
    const answer = await test.ask('POST', '/api/v1/servers', { url: 'https://r.example.com/mcp', regions: ['mars'] });
    expect(answer.json()).toMatchObject({ status: 422, code: 'region_unknown' });
  });
});

describe('reading', () => {
  it('answers history, tools and drift of a server that was never probed', async () => {
    const { id } = await test.register({ url: 'https://young.example.com/mcp' });
    const get = async (path: string) => (await test.ask('GET', `/api/v1/servers/${id}/${path}`)).json();
    const none = { data: [], nextCursor: null };
    expect(await get('probes?outcome=down')).toEqual(none);
    expect(await get('tools/history')).toEqual(none);
    expect(await get('drift')).toEqual(none);
    expect(await get('tools')).toMatchObject({ status: 404, code: 'not_found' });
    expect(await get('latency?window=7d')).toMatchObject({ window: '7d', step: '1h', total: { count: 0 } });
    expect(await get('uptime')).toMatchObject({ window: '30d', uptimePercent: null });
    const changelog = await test.ask('GET', `/api/v1/servers/${id}/changelog.md`);
    expect(changelog.headers['content-type']).toBe('text/markdown; charset=utf-8');
    await test.ask('DELETE', `/api/v1/servers/${id}`);
  });

  it.each(['limit=0', 'limit=many', 'cursor=!!', 'status=sleeping', 'limit=1&limit=2'])(
    'refuses ?%s',
    async (query) => {
      const answer = await test.ask('GET', `/api/v1/servers?${query}`);
      expect(answer.json()).toMatchObject({
        status: 422,
        code: 'invalid',
        errors: [{ pointer: expect.stringMatching(/^\//) }],
      });
    },
  );

  it.each([ABSENT, 'srv_short', 'inc_01k9x2m4q8r6t3v5w7y9z1b3c5', '%2e%2e'])('finds no server %s', async (id) => {
    expect((await test.ask('GET', `/api/v1/servers/${id}`)).json()).toMatchObject({ status: 404, code: 'not_found' });
  });
});

it('hides a server from another workspace behind 404 on every route', async () => {
  const { id } = await test.register({ url: 'https://mine.example.com/mcp' });
  const headers = { authorization: `Bearer ${await test.stranger()}` };
  const drift = 'drf_01k9x2m4q8r6t3v5w7y9z1b3c5';
  const routes: ['GET' | 'POST' | 'PATCH' | 'DELETE', string][] = [
    ['GET', ''],
    ['PATCH', ''],
    ['DELETE', ''],
    ...['pause', 'resume', 'probe', `drift/${drift}/accept`].map((path) => ['POST', `/${path}`] as ['POST', string]),
    ...['probes', 'latency', 'uptime', 'tools', 'tools/history', 'drift', `drift/${drift}`, 'changelog.md'].map(
      (path) => ['GET', `/${path}`] as ['GET', string],
    ),
  ];
  for (const [method, path] of routes) {
    const answer = await test.ask(
      method,
      `/api/v1/servers/${id}${path}`,
      method === 'PATCH' ? { name: 'x' } : undefined,
      headers,
    );
    expect(answer.json(), `${method} ${path}`).toMatchObject({ status: 404, code: 'not_found' });
  }
  expect((await test.ask('GET', '/api/v1/servers', undefined, headers)).json().data).toEqual([]);
  expect((await test.ask('GET', `/api/v1/servers/${id}`)).statusCode).toBe(200);
});
