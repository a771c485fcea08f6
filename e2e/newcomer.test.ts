import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { ContractReport, Server } from '@alivemcp/contracts';
import { waitFor } from '@alivemcp/testkit';
import { startNpmServer, startSdkServer } from '@alivemcp/testkit/mcp/servers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiClient, apiClient } from './src/api-client.ts';
import { type RunningProcess, runAlivemcp } from './src/run-process.ts';

const CLI = fileURLToPath(new URL('../apps/cli/bin/alivemcp.mjs', import.meta.url));

let dataDir: string;
let product: RunningProcess;
let api: ApiClient;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'alivemcp-e2e-'));
  product = await runAlivemcp(['start'], {
    ALIVEMCP_DATA_DIR: dataDir,
    ALIVEMCP_EGRESS_ALLOW: '127.0.0.1/32',
    PORT: '0',
  });
});
afterAll(async () => {
  await product.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('the one-time link makes the owner and a first key, once', async () => {
  const link = await waitFor(() => /http\S+\/setup\?token=\S+/.exec(product.output())?.[0], { what: 'the link' });
  expect(await (await fetch(link)).text()).toContain('<form');
  const fields = new URLSearchParams({
    token: new URL(link).searchParams.get('token') ?? '',
    email: 'newcomer@example.com',
    password: 'a long enough password',
    workspaceName: 'Newcomer',
  });
  const send = () => fetch(`${product.url}/setup`, { method: 'POST', body: fields });
  const page = await (await send()).text();
  const key = /amcp_[0-9A-Za-z]+/.exec(page)?.[0];
  expect(key).toBeDefined();
  api = apiClient(product.url, key ?? '');
  expect(await api.get('/api/v1/servers')).toEqual({ data: [], nextCursor: null });
  expect((await send()).status).toBe(410);
});

test('real servers of others and of every era are up', { timeout: 90_000 }, async () => {
  const targets = [
    { server: await startNpmServer('everything'), version: '2025-11-25', tools: 13 },
    { server: await startNpmServer('everything-sse'), version: '2025-11-25', tools: 13 },
    { server: await startNpmServer('context7'), version: '2026-07-28', tools: 2 },
    { server: await startSdkServer('2024-11-05'), version: '2024-11-05', tools: 1 },
    { server: await startSdkServer('2025-03-26'), version: '2025-03-26', tools: 1 },
    { server: await startSdkServer('2025-06-18'), version: '2025-06-18', tools: 1 },
    { server: await startSdkServer('2025-11-25'), version: '2025-11-25', tools: 1 },
    { server: await startSdkServer('2026-07-28-only'), version: '2026-07-28', tools: 1 },
  ];
  try {
    for (const { server, version, tools } of targets) {
      const { id } = await api.post<Server>('/api/v1/servers', { url: server.url });
      const up = await waitFor(
        async () => {
          const now = await api.get<Server>(`/api/v1/servers/${id}`);
          return now.status === 'up' ? now : null;
        },
        { what: `${server.url} to be up`, timeoutMs: 20_000 },
      );
      expect(up).toMatchObject({ posture: 'open', protocol: { version }, tools: { count: tools } });
    }
  } finally {
    await Promise.all(targets.map(({ server }) => server.close()));
  }
});

test('what an owner asks of a real server beyond its tools, and the same hash from service and command line', async () => {
  const server = await startNpmServer('everything');
  try {
    const call = { tool: 'echo', arguments: { message: 'are you there' } };
    const says = (contains: string) => ({
      lists: ['prompts', 'resources', 'resourceTemplates'],
      call: { ...call, values: [{ pointer: '/content/0/text', contains }] },
    });
    const { id } = await api.post<Server>('/api/v1/servers', { url: server.url, expectations: says('are you there') });
    const path = `/api/v1/servers/${id}`;
    const until = (status: Server['status']) =>
      waitFor(async () => ((await api.get<Server>(path)).status === status ? api.get<Server>(path) : null), {
        what: `${server.url} to be ${status}`,
        timeoutMs: 20_000,
      });
    const up = await until('up');
    const { surface, truthCheckedAt } = await api.get<ContractReport>(`${path}/contract`);
    expect(Object.keys(surface ?? {}).toSorted()).toEqual([
      'capabilities',
      'instructions',
      'prompts',
      'resourceTemplates',
      'resources',
      'serverInfo',
    ]);
    expect(truthCheckedAt).not.toBeNull();

    const { stdout } = await promisify(execFile)(process.execPath, [CLI, 'check', server.url, '--json']);
    expect(JSON.parse(stdout).tools.hash).toBe(up.tools?.hash);

    await api.call('PATCH', path, { expectations: says('nobody there') });
    await api.post(`${path}/probe`, {});
    await api.post(`${path}/probe`, {});
    expect(await until('degraded')).toMatchObject({
      class: 'mcp.call_unexpected',
      summary: expect.stringContaining('/content/0/text'),
    });
  } finally {
    await server.close();
  }
});

test.each([
  ['nonsense', 'url_invalid'],
  ['ftp://example.com/mcp', 'url_invalid'],
  ['https://user:secret@example.com/mcp', 'url_invalid'],
  ['http://169.254.169.254/latest/meta-data', 'address_refused'],
  ['http://10.0.0.1/mcp', 'address_refused'],
  ['http://[::ffff:10.0.0.1]/mcp', 'address_refused'],
])('%s is refused by name', async (url, code) => {
  const { status, body } = await api.call('POST', '/api/v1/servers', { url });
  expect(status).toBe(422);
  expect(body).toMatchObject({ code, errors: [{ pointer: '/url' }] });
});

test('a bad environment is refused before anything listens, with every fault', async () => {
  const faulty = runAlivemcp(['start'], {
    ALIVEMCP_DATA_DIR: join(dataDir, 'other'),
    PORT: 'eighty',
    ALIVEMCP_REGIONS: 'Here, There',
    ALIVEMCP_SECRET_KEY: 'short',
    ALIVEMCP_REGION_NAME: 'x',
  });
  const names = ['PORT', 'ALIVEMCP_REGIONS', 'ALIVEMCP_SECRET_KEY', 'ALIVEMCP_REGION_NAME'];
  const error: Error = await faulty.then(
    () => new Error('it started'),
    (reason: Error) => reason,
  );
  expect(error.message).toContain('ended with 1');
  for (const name of names) expect(error.message).toContain(name);
});
