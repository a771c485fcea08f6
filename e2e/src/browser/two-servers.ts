import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server, StatusPage } from '@alivemcp/contracts';
import { waitFor } from '@alivemcp/testkit';
import { SAMPLE_TOOLS, startFixture } from '@alivemcp/testkit/mcp';
import { apiClient } from '../api-client.ts';
import { runAlivemcp } from '../run-process.ts';

const KEY = 'a-bootstrap-key-of-some-length';

/** The product watching a public server and a private one, which stands on the status page under another name. */
export async function watchTwoServers() {
  const dataDir = await mkdtemp(join(tmpdir(), 'alivemcp-e2e-'));
  const [product, open, closed] = await Promise.all([
    runAlivemcp(['start'], {
      ALIVEMCP_DATA_DIR: dataDir,
      ALIVEMCP_EGRESS_ALLOW: '127.0.0.1/32',
      ALIVEMCP_BOOTSTRAP_EMAIL: 'ada@example.com',
      ALIVEMCP_BOOTSTRAP_PASSWORD: 'correct horse battery',
      ALIVEMCP_BOOTSTRAP_API_KEY: KEY,
      PORT: '0',
    }),
    startFixture({ tools: SAMPLE_TOOLS }),
    startFixture({ tools: SAMPLE_TOOLS }),
  ]);
  const api = apiClient(product.url, KEY);
  const register = (body: object) => api.post<Server>('/api/v1/servers', { intervalMs: 10_000, ...body });
  const acme = await register({ url: open.url, name: 'Acme orders', slug: 'acme-orders', public: true });
  const vault = await register({ url: closed.url, name: 'Vault of Ada', slug: 'secret-vault' });
  await api.post<StatusPage>('/api/v1/status-pages', {
    title: 'Acme status',
    slug: 'acme',
    servers: [
      { serverId: acme.id, group: 'Core' },
      { serverId: vault.id, name: 'Billing', group: 'Core' },
    ],
  });
  const bothAre = (status: Server['status']) =>
    waitFor(
      async () => {
        const servers = await Promise.all([acme, vault].map(({ id }) => api.get<Server>(`/api/v1/servers/${id}`)));
        return servers.every((server) => server.status === status);
      },
      { what: `two servers that are ${status}`, timeoutMs: 60_000, everyMs: 250 },
    );
  return {
    url: product.url,
    api,
    acme,
    /** What nobody may read of the private server. */
    secrets: ['Vault of Ada', 'secret-vault', new URL(closed.url).host],
    bothAre,
    closeBoth: () => Promise.all([open.close(), closed.close()]),
    async stop() {
      await product.stop();
      await Promise.all([open.close(), closed.close()]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
