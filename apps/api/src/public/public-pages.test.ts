import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { watch } from '../testing/watch.ts';

const CACHE = 'public, max-age=15, s-maxage=30, stale-while-revalidate=60, stale-if-error=86400';
const DOCUMENTS = ['summary', 'status', 'components', 'incidents', 'scheduled-maintenances'];
let test: TestApp;
let pageId: string;
let serverIds: string[];

beforeAll(async () => {
  test = await createTestApp();
  const open = await test.register({
    url: 'https://open.example.com/mcp',
    slug: 'open',
    public: true,
    name: '<Open> & "co"',
  });
  const closed = await test.register({ url: 'https://closed.example.com/mcp', slug: 'closed', public: false });
  serverIds = [open.id, closed.id];
  const servers = [
    { serverId: open.id, group: 'Core' },
    { serverId: closed.id, name: 'Billing', group: 'Core' },
  ];
  const created = await test.ask('POST', '/api/v1/status-pages', { title: 'Acme <all>', slug: 'acme', servers });
  pageId = created.json().id;
  await test.ask('POST', '/api/v1/status-pages', { title: 'Draft', slug: 'draft', published: false });
  const see = await watch(test, await test.workspaceId(), open.id);
  await see({ tools: [{ name: 'echo', inputSchema: { type: 'object' } }] });
  await see({ tools: [{ name: 'echo<b>', inputSchema: { type: 'object' } }] });
  await see({ class: 'tcp.refused' });
  await see({ class: 'tcp.refused' });
});
afterAll(() => test.close());

const get = (url: string, headers = {}) => test.app.inject({ url, headers });

describe.each([
  ['/s/open', 'text/html; charset=utf-8'],
  ['/status/acme', 'text/html; charset=utf-8'],
  ['/s/open/feed.atom', 'application/atom+xml; charset=utf-8'],
  ['/status/acme/feed.atom', 'application/atom+xml; charset=utf-8'],
  ...DOCUMENTS.map((name) => [`/status/acme/api/v2/${name}.json`, 'application/json; charset=utf-8']),
])('%s', (url, type) => {
  it('may be kept for a moment, and is the same when it is repeated from memory', async () => {
    const first = await get(url);
    expect(first.statusCode).toBe(200);
    expect(first.headers).toMatchObject({
      'content-type': type,
      'cache-control': CACHE,
      'x-content-type-options': 'nosniff',
    });
    const again = await get(url);
    const plain = ({ 'x-request-id': _id, date: _date, ...headers }: typeof first.headers) => headers;
    expect(plain(again.headers)).toEqual({
      ...plain(first.headers),
      'content-length': String(again.rawPayload.length),
    });
    expect(again.body).toBe(first.body);
    expect(again.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    for (const path of [url, `${url}?new=${url.length}`]) {
      const known = await get(path, { 'if-none-match': first.headers.etag });
      expect([known.statusCode, known.body, known.headers.etag]).toEqual([304, '', first.headers.etag]);
      expect(known.headers['cache-control']).toBe(CACHE);
      expect(known.headers['content-length']).toBeUndefined();
    }
  });

  it('is not there under another name', async () => {
    for (const strange of ['draft', 'nobody', 'closed', 'No%00Slug']) {
      const answer = await get(url.replace(/open|acme/, strange));
      expect(answer.statusCode, strange).toBe(404);
      expect(answer.headers['cache-control']).toBe('no-store');
      const problem = type.startsWith('text/html') ? 'text/html' : 'application/problem+json';
      expect(answer.headers['content-type']).toContain(problem);
    }
  });
});

describe('a page from memory', () => {
  it('costs no query, is counted and logged, and is forgotten after five seconds', async () => {
    await get('/status/acme?hot');
    const spies = (['select', 'selectDistinctOn', 'execute'] as const).map((name) =>
      vi.spyOn(test.services.database.db, name),
    );
    const queries = () => spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    const counted = async () =>
      Number(
        /http_requests_total\{method="GET",route="\/status\/:page",status="200"\} (\d+)/.exec(
          (await get('/metrics')).body,
        )?.[1],
      );
    const before = await counted();
    for (let i = 0; i < 20; i++) await get('/status/acme?hot');
    expect(queries()).toBe(0);
    expect(await counted()).toBe(before + 20);
    const { headers } = await get('/status/acme?hot');
    expect(test.lines.some((line) => line.includes(String(headers['x-request-id'])))).toBe(true);
    test.clock.advance(6_000);
    await get('/status/acme?hot');
    expect(queries()).toBeGreaterThan(0);
    vi.restoreAllMocks();
  });

  it('is compressed for who takes that, first and repeated alike, with a validator of its own', async () => {
    for (const url of ['/status/acme', '/s/open', '/status/acme/api/v2/summary.json']) {
      const plain = await get(url);
      expect(plain.headers).toMatchObject({ vary: 'accept-encoding' });
      expect(plain.headers).not.toHaveProperty('content-encoding');
      for (const path of [`${url}?gzip`, `${url}?gzip`]) {
        const small = await get(path, { 'accept-encoding': 'br, gzip' });
        expect(small.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
        expect(small.headers.etag).not.toBe(plain.headers.etag);
        expect(gunzipSync(small.rawPayload).equals(plain.rawPayload)).toBe(true);
        const { etag } = small.headers;
        const known = await get(path, { 'accept-encoding': 'gzip', 'if-none-match': etag });
        expect([known.statusCode, known.headers.etag]).toEqual([304, etag]);
        const refused = await get(path, { 'accept-encoding': 'gzip;q=0, identity' });
        expect(refused.headers).not.toHaveProperty('content-encoding');
      }
    }
  });

  it('has no body for HEAD, and no other method finds it', async () => {
    await get('/s/open');
    const head = await test.app.inject({ method: 'HEAD', url: '/s/open' });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(0);
    expect((await test.app.inject({ method: 'POST', url: '/s/open', payload: {} })).statusCode).toBe(404);
  });

  it('keeps the policy of a page and not that of another', async () => {
    await get('/s/open');
    const page = await get('/s/open');
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(page.headers).not.toHaveProperty('access-control-allow-origin');
    await get('/status/acme/api/v2/status.json');
    const json = await get('/status/acme/api/v2/status.json');
    expect(json.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
  });
});

describe('Statuspage', () => {
  const document = async (name: string) => (await get(`/status/acme/api/v2/${name}.json`)).json();

  it('has its documents in the published shapes', async () => {
    const summary = await document('summary');
    expect(Object.keys(summary).sort()).toEqual([
      'components',
      'incidents',
      'page',
      'scheduled_maintenances',
      'status',
    ]);
    expect(summary.page).toEqual({
      id: pageId,
      name: 'Acme <all>',
      url: 'https://alive.example/status/acme',
      time_zone: 'Etc/UTC',
      updated_at: expect.stringMatching(/Z$/),
    });
    expect(summary.status).toEqual({ indicator: 'critical', description: 'Major Service Outage' });
    const [group, open, billing] = summary.components;
    expect(group).toMatchObject({
      name: 'Core',
      group: true,
      status: 'major_outage',
      components: serverIds,
      position: 1,
    });
    expect(open).toEqual({
      id: serverIds[0],
      name: '<Open> & "co"',
      status: 'major_outage',
      created_at: expect.any(String),
      updated_at: expect.any(String),
      position: 2,
      description: null,
      showcase: true,
      start_date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      group_id: group.id,
      page_id: pageId,
      group: false,
      only_show_if_degraded: false,
    });
    expect(billing).toMatchObject({ name: 'Billing', status: 'under_maintenance' });
    expect(await document('status')).toEqual({ page: summary.page, status: summary.status });
    expect(await document('components')).toEqual({ page: summary.page, components: summary.components });
    expect(await document('scheduled-maintenances')).toEqual({ page: summary.page, scheduled_maintenances: [] });
    const { incidents } = await document('incidents');
    expect(incidents).toEqual(summary.incidents);
    expect(incidents[0]).toMatchObject({
      name: '<Open> & "co" is down',
      status: 'investigating',
      impact: 'major',
      resolved_at: null,
      monitoring_at: null,
      page_id: pageId,
      incident_updates: [{ status: 'investigating', incident_id: incidents[0].id, display_at: expect.any(String) }],
      components: [{ id: serverIds[0] }],
    });
  });

  it('never shows the address of a private server', async () => {
    const paths = ['', '/feed.atom', ...DOCUMENTS.map((name) => `/api/v2/${name}.json`)];
    for (const path of paths) expect((await get(`/status/acme${path}`)).body).not.toContain('closed.example.com');
  });

  it('may be read from any site, and only read', async () => {
    const answer = await test.app.inject({
      method: 'OPTIONS',
      url: '/status/acme/api/v2/summary.json',
      headers: { origin: 'https://blog.example', 'access-control-request-method': 'GET' },
    });
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
    });
    const missing = await get('/status/nobody/api/v2/summary.json');
    expect(missing.headers['access-control-allow-origin']).toBe('*');
  });
});

describe('scripts', () => {
  it('gives embed.js to every site, and the others to our own', async () => {
    const embed = await get('/embed.js');
    expect(embed.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect((await get('/embed.js', { 'if-none-match': embed.headers.etag })).statusCode).toBe(304);
    for (const name of ['/page.js', '/theme.js']) {
      const { headers } = await get(name);
      expect(headers, name).toMatchObject({
        'cache-control': 'public, max-age=3600',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });
});
