import { randomBytes } from 'node:crypto';
import { createTestDatabase, startRedis, type TestDatabase, type TestRedis } from '@alivemcp/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiClient } from './src/api-client.ts';
import { type RunningProcess, runAlivemcp } from './src/run-process.ts';
import { liveTheStory } from './src/story.ts';

const KEY = 'a-bootstrap-key-of-some-length';
const REGIONS = ['eu-west', 'us-east'];
let database: TestDatabase;
let redis: TestRedis;
const running: RunningProcess[] = [];

beforeAll(async () => {
  [database, redis] = await Promise.all([createTestDatabase(), startRedis()]);
  const env = {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    ALIVEMCP_SECRET_KEY: randomBytes(32).toString('base64'),
    ALIVEMCP_REGIONS: REGIONS.join(','),
    ALIVEMCP_EGRESS_ALLOW: '127.0.0.1/32',
    PORT: '0',
  };
  running.push(
    ...(await Promise.all([
      runAlivemcp(['api'], { ...env, ALIVEMCP_BOOTSTRAP_API_KEY: KEY }),
      runAlivemcp(['engine'], env),
      ...REGIONS.map((region) => runAlivemcp(['prober'], { ...env, ALIVEMCP_REGION: region })),
    ])),
  );
});
afterAll(async () => {
  const codes = await Promise.all(running.map((process) => process.stop()));
  await Promise.all([database.drop(), redis.stop()]);
  expect(codes).toEqual(running.map(() => 0));
});

test('the whole story on PostgreSQL and Redis with separate processes', { timeout: 180_000 }, async () => {
  const [api] = running;
  await liveTheStory(apiClient(api?.url ?? '', KEY), REGIONS);
});

test('workers answer for their health and show their metrics', async () => {
  for (const worker of running.slice(1)) {
    expect(await (await fetch(`${worker.url}/healthz`)).text()).toBe('ok\n');
    expect(await (await fetch(`${worker.url}/metrics`)).text()).toContain('alivemcp_queue_lateness_seconds');
  }
});
