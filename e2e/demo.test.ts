import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeliveryDetail, Drift, Page, Server, StatusPage } from '@alivemcp/contracts';
import { waitFor } from '@alivemcp/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningProcess, runAlivemcp } from './src/run-process.ts';

const PATIENCE = { timeoutMs: 75_000, everyMs: 500 };
let dataDir: string;
let product: RunningProcess;
let cookie: string;

const start = (args: string[] = ['--demo']) =>
  runAlivemcp(['start', ...args], { ALIVEMCP_DATA_DIR: dataDir, PORT: '0' });
const printed = (pattern: RegExp) =>
  waitFor(() => pattern.exec(product.output())?.[1], { what: `${pattern} in the output` });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'alivemcp-e2e-'));
  product = await start();
});
afterAll(async () => {
  await product.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function signIn(): Promise<void> {
  const link = await printed(/sign in at (http\S+)/);
  const { email, password } = Object.fromEntries(new URLSearchParams(new URL(link).hash.slice(1)));
  const response = await fetch(`${product.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  expect(response.status).toBe(201);
  cookie = response.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  expect(await response.json()).toMatchObject({
    user: { email: 'demo@alivemcp.local' },
    workspace: { name: 'Demo', generatedUntil: expect.any(String) },
  });
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(product.url + path, { headers: { cookie } });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

async function server(slug: string): Promise<Server> {
  const { data } = await get<Page<Server>>('/api/v1/servers');
  const found = data.find((candidate) => candidate.slug === slug);
  if (!found) throw new Error(`no server ${slug}`);
  return found;
}

/** A server once a probe since this start has found it so. */
const seen = (slug: string, status: Server['status']) =>
  waitFor(
    async () => {
      const now = await server(slug);
      return now.status === status && now.regions[0]?.latencyMs !== null ? now : null;
    },
    { what: `${slug} to be ${status}`, ...PATIENCE },
  );

test('the printed link signs in; three eras are up, one asks for credentials', { timeout: 90_000 }, async () => {
  await signIn();
  expect(await seen('orders', 'up')).toMatchObject({ protocol: { version: '2026-07-28' }, public: true });
  expect(await seen('docs-search', 'up')).toMatchObject({ protocol: { version: '2025-11-25' } });
  expect(await seen('weather', 'up')).toMatchObject({ protocol: { transport: 'sse' } });
  expect(await server('private-vault')).toMatchObject({ status: 'up', posture: 'auth_required' });
});

test('what answers HTTP and is dead as MCP is down, on its badge and by webhook', { timeout: 90_000 }, async () => {
  const down = await waitFor(
    async () => {
      const now = await server('legacy-crm');
      return now.status === 'down' ? now : null;
    },
    { what: 'legacy-crm to be down', ...PATIENCE },
  );
  expect(down).toMatchObject({ class: 'http.content_type', openIncidentId: expect.any(String) });
  await waitFor(async () => (await (await fetch(`${product.url}/badge/legacy-crm.svg`)).text()).includes('down'), {
    what: 'a badge that says down',
    ...PATIENCE,
  });
  await waitFor(async () => (await get<Page<DeliveryDetail>>('/api/v1/deliveries?state=delivered')).data.length > 0, {
    what: 'a delivered webhook',
    ...PATIENCE,
  });
});

test('every printed place is there, and the pages say what was generated', async () => {
  for (const name of ['status page', 'a server', 'badge']) {
    const place = await printed(new RegExp(`${name} (http\\S+)`));
    expect((await fetch(place)).status, place).toBe(200);
  }
  const { data: pages } = await get<Page<StatusPage>>('/api/v1/status-pages');
  expect(pages.map(({ slug, servers }) => [slug, servers.length])).toEqual([['demo', 6]]);
  const orders = await server('orders');
  expect(orders.uptime['90d']).toBeGreaterThan(99);
  expect(Date.now() - Date.parse(orders.createdAt)).toBeGreaterThan(89 * 86_400_000);
});

test('docs-search drifts before long', { timeout: 90_000 }, async () => {
  const { id } = await server('docs-search');
  const live = await waitFor(
    async () => (await get<Page<Drift>>(`/api/v1/servers/${id}/drift`)).data.find((d) => d.toVersion === '2.3.1'),
    { what: 'a drift of docs-search', ...PATIENCE },
  );
  expect(live).toMatchObject({ class: 'breaking', versionVerdict: 'understated' });
});

test('it is not the owner: the one-time link is still there and works', async () => {
  const setup = await printed(/(http\S+\/setup\?token=\S+)/);
  const { origin, searchParams } = new URL(setup);
  const response = await fetch(`${origin}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token: searchParams.get('token'),
      email: 'newcomer@example.com',
      password: 'a long enough password',
    }),
  });
  expect(response.status).toBe(201);
});

test('it sleeps in a start without it, and wakes on the same ports', { timeout: 120_000 }, async () => {
  const before = await server('orders');
  await product.stop();
  product = await start([]);
  expect((await server('orders')).status).toBe('paused');
  expect(product.output()).not.toContain('Demo');

  await product.stop();
  product = await start();
  await signIn();
  expect(await seen('orders', 'up')).toMatchObject({ id: before.id, url: before.url });
  expect(product.output()).not.toContain('/setup?token=');
});
