import type { ChannelWithSecret, Server } from '@alivemcp/contracts';
import { startPrivateRedis, waitFor } from '@alivemcp/testkit';
import { startFixture } from '@alivemcp/testkit/mcp';
import { expect, test } from 'vitest';
import { runSeparately } from './src/separate-processes.ts';
import { signedWebhooks } from './src/signed-webhooks.ts';

test('Redis killed and back empty: an alert made meanwhile still arrives, and probing goes on', {
  timeout: 150_000,
}, async () => {
  const redis = await startPrivateRedis();
  const mcp = await startFixture();
  const hooks = await signedWebhooks();
  const product = await runSeparately(redis.url, ['local']);
  const { api } = product;
  let back: Awaited<ReturnType<typeof startPrivateRedis>> | undefined;
  try {
    const channel = await api.post<ChannelWithSecret>('/api/v1/channels', { type: 'webhook', url: hooks.url });
    hooks.trust(channel.secret);
    const { id } = await api.post<Server>('/api/v1/servers', { url: mcp.url, intervalMs: 10_000 });
    await waitFor(async () => (await api.get<Server>(`/api/v1/servers/${id}`)).status === 'up', { what: 'up' });

    process.kill(redis.pid, 'SIGKILL');
    await api.post(`/api/v1/channels/${channel.id}/test`);
    back = await startPrivateRedis({ port: Number(new URL(redis.url).port) });
    await hooks.next('channel.test', 90_000);
    await mcp.close();
    await hooks.next('server.down', 90_000);
    expect(await product.stop()).toEqual([0, 0, 0]);
  } finally {
    await product.stop();
    await back?.stop();
    await redis.stop();
    await hooks.stop();
    await mcp.close();
  }
});
