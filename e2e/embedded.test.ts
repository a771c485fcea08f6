import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Server } from '@alivemcp/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiClient } from './src/api-client.ts';
import { type RunningProcess, runAlivemcp } from './src/run-process.ts';
import { liveTheStory } from './src/story.ts';

const KEY = 'a-bootstrap-key-of-some-length';
let dataDir: string;
let product: RunningProcess;
const start = () =>
  runAlivemcp(['start'], {
    ALIVEMCP_DATA_DIR: dataDir,
    ALIVEMCP_EGRESS_ALLOW: '127.0.0.1/32',
    ALIVEMCP_BOOTSTRAP_EMAIL: 'owner@example.com',
    ALIVEMCP_BOOTSTRAP_PASSWORD: 'correct horse battery',
    ALIVEMCP_BOOTSTRAP_API_KEY: KEY,
    PORT: '0',
  });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'alivemcp-e2e-'));
  product = await start();
});
afterAll(async () => {
  await product.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('the whole story on embedded defaults', { timeout: 180_000 }, async () => {
  await liveTheStory(apiClient(product.url, KEY), ['local']);
});

test('a second start on the same data says so and ends with 1', async () => {
  await expect(start()).rejects.toThrow(/ended with 1[\s\S]*already running/);
});

test('a clean stop, and the next start goes on with the same data', { timeout: 90_000 }, async () => {
  expect(await product.stop('SIGTERM')).toBe(0);
  product = await start();
  const servers = await apiClient(product.url, KEY).get<Page<Server>>('/api/v1/servers');
  expect(servers.data).toMatchObject([{ slug: 'acme-orders', status: 'up' }]);
});

test('killed without a word, it starts again on the same data', { timeout: 90_000 }, async () => {
  await product.stop('SIGKILL');
  product = await start();
  const servers = await apiClient(product.url, KEY).get<Page<Server>>('/api/v1/servers');
  expect(servers.data).toHaveLength(1);
});
