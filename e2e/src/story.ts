import type {
  ChannelWithSecret,
  Delivery,
  DeliveryDetail,
  Incident,
  Page,
  ProbeNow,
  Server,
  Uptime,
} from '@alivemcp/contracts';
import { waitFor } from '@alivemcp/testkit';
import { SAMPLE_TOOLS, startFixture } from '@alivemcp/testkit/mcp';
import { expect } from 'vitest';
import type { ApiClient } from './api-client.ts';
import { signedWebhooks } from './signed-webhooks.ts';

const PATIENCE_MS = 45_000;

/** Register → up → drift → down → told → badge and page say down → recovered: what a newcomer would try, over HTTP alone. */
export async function liveTheStory(api: ApiClient, regions: string[]): Promise<void> {
  let mcp = await startFixture({ tools: SAMPLE_TOOLS });
  const hooks = await signedWebhooks();
  try {
    const channel = await api.post<ChannelWithSecret>('/api/v1/channels', { type: 'webhook', url: hooks.url });
    hooks.trust(channel.secret);
    const test = await api.post<Delivery>(`/api/v1/channels/${channel.id}/test`);
    await hooks.next('channel.test');

    const registered = await api.post<Server>('/api/v1/servers', {
      url: mcp.url,
      name: 'Acme orders',
      slug: 'acme-orders',
      intervalMs: 10_000,
      public: true,
    });
    expect(registered.status).toBe('pending');
    const path = `/api/v1/servers/${registered.id}`;
    const status = async (wanted: Server['status']) =>
      waitFor(
        async () => {
          const server = await api.get<Server>(path);
          return server.status === wanted ? server : null;
        },
        {
          what: `${wanted}; the server is ${(await api.get<Server>(path)).status}`,
          timeoutMs: PATIENCE_MS,
          everyMs: 250,
        },
      );

    const up = await status('up');
    expect(up.protocol).toEqual({ version: '2025-11-25', era: 'legacy', transport: 'streamable-http' });
    expect(up.tools?.count).toBe(SAMPLE_TOOLS.length);
    expect(up.regions.map((region) => region.region).toSorted()).toEqual(regions.toSorted());
    const now = await api.post<ProbeNow>(`${path}/probe`);
    expect(now.pending).toEqual([]);
    expect(now.results.map((result) => result.outcome)).toEqual(regions.map(() => 'up'));

    mcp.setTools(SAMPLE_TOOLS.slice(0, 1));
    const drift = await hooks.next('server.drift');
    expect(drift.data.drift).toMatchObject({ class: 'breaking', changeCount: 1 });
    expect(drift.data.drift?.changes[0]).toMatchObject({ kind: 'tool_removed', tool: 'get_order' });

    const { port } = mcp;
    await mcp.close();
    const down = await hooks.next('server.down');
    expect(down.data).toMatchObject({ status: 'down', previousStatus: 'up', class: 'tcp.refused' });
    expect(down.data.regions?.failing.toSorted()).toEqual(regions.toSorted());
    await status('down');
    const incidents = await api.get<Page<Incident>>('/api/v1/incidents?state=open');
    expect(incidents.data).toMatchObject([{ id: down.data.dedupKey, kind: 'down', class: 'tcp.refused' }]);
    await waitFor(async () => (await api.text('/badge/acme-orders.svg')).includes('down'), {
      what: 'a badge that says down',
    });
    expect((await api.text('/s/acme-orders')).toLowerCase()).toContain('down');
    expect(await api.get('/api/embed-status/acme-orders')).toMatchObject({ state: 'down', slug: 'acme-orders' });

    mcp = await startFixture({ tools: SAMPLE_TOOLS.slice(0, 1) }, { port });
    const recovered = await hooks.next('server.recovered');
    expect(recovered.data.dedupKey).toBe(down.data.dedupKey);
    expect(recovered.data.sequence).toBeGreaterThan(down.data.sequence);
    await status('up');
    const uptime = await api.get<Uptime>(`${path}/uptime?window=24h`);
    expect(uptime.downMs).toBeGreaterThan(0);
    expect(uptime.uptimePercent).toBeLessThan(100);
    expect((await api.get<{ tools: unknown[] }>(`${path}/tools`)).tools).toHaveLength(1);

    await replayTheTest(api, test.id, hooks.requests.length, () => hooks.requests.length);
    const told = hooks.verified().map((event) => event.type);
    expect(told.filter((type) => type === 'server.down')).toHaveLength(1);
    expect(told.filter((type) => type === 'server.recovered')).toHaveLength(1);
  } finally {
    await mcp.close();
    await hooks.stop();
  }
}

async function replayTheTest(
  api: ApiClient,
  deliveryId: string,
  before: number,
  received: () => number,
): Promise<void> {
  await api.post<Delivery>(`/api/v1/deliveries/${deliveryId}/replay`);
  await waitFor(() => received() > before, { what: 'the replayed delivery' });
  const detail = await waitFor(
    async () => {
      const found = await api.get<DeliveryDetail>(`/api/v1/deliveries/${deliveryId}`);
      return found.log.length === 2 ? found : null;
    },
    { what: 'the second attempt in the log' },
  );
  expect(detail).toMatchObject({ state: 'delivered', eventType: 'channel.test' });
  expect(detail.log.map((attempt) => attempt.number)).toEqual([1, 2]);
}
