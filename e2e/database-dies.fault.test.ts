import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, ProbeRecord, Server } from '@alivemcp/contracts';
import { waitFor } from '@alivemcp/testkit';
import { startFixture } from '@alivemcp/testkit/mcp';
import { expect, test } from 'vitest';
import { apiClient } from './src/api-client.ts';
import { runAlivemcp } from './src/run-process.ts';

const KEY = 'a-bootstrap-key-of-some-length';

test('the product outlives its database being killed, and goes on probing', { timeout: 120_000 }, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'alivemcp-e2e-'));
  const mcp = await startFixture();
  const product = await runAlivemcp(['start'], {
    ALIVEMCP_DATA_DIR: dataDir,
    ALIVEMCP_EGRESS_ALLOW: '127.0.0.1/32',
    ALIVEMCP_BOOTSTRAP_API_KEY: KEY,
    PORT: '0',
  });
  try {
    const api = apiClient(product.url, KEY);
    const { id } = await api.post<Server>('/api/v1/servers', { url: mcp.url, intervalMs: 10_000 });
    await waitFor(async () => (await api.get<Server>(`/api/v1/servers/${id}`)).status === 'up', { what: 'up' });

    const pid = Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    const killedAt = Date.now();
    await waitFor(
      async () => {
        const probes = await api.get<Page<ProbeRecord>>(`/api/v1/servers/${id}/probes`);
        return probes.data.filter((probe) => Date.parse(probe.scheduledAt) > killedAt).length >= 2;
      },
      { what: 'two scheduled probes after the kill', timeoutMs: 60_000, everyMs: 500 },
    );
    expect(await api.get<Server>(`/api/v1/servers/${id}`)).toMatchObject({ status: 'up', uptime: { '24h': 100 } });
    expect(await product.stop()).toBe(0);
  } finally {
    await product.stop('SIGKILL');
    await mcp.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});
