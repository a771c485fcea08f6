import { startRedis, type TestRedis } from '@alivemcp/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runSeparately, type Separate } from './src/separate-processes.ts';
import { liveTheStory } from './src/story.ts';

const REGIONS = ['eu-west', 'us-east'];
let redis: TestRedis;
let product: Separate;

beforeAll(async () => {
  redis = await startRedis();
  product = await runSeparately(redis.url, REGIONS);
});
afterAll(async () => {
  const codes = await product.stop();
  await redis.stop();
  expect(codes).toEqual([0, 0, 0, 0]);
});

test('the whole story on PostgreSQL and Redis with separate processes', { timeout: 180_000 }, async () => {
  await liveTheStory(product.api, REGIONS);
});

test('workers answer for their health and show their metrics', async () => {
  for (const worker of product.workers) {
    expect(await (await fetch(`${worker.url}/healthz`)).text()).toBe('ok\n');
    expect(await (await fetch(`${worker.url}/metrics`)).text()).toContain('alivemcp_queue_lateness_seconds');
  }
});
