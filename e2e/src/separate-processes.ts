import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@alivemcp/testkit';
import { type ApiClient, apiClient } from './api-client.ts';
import { type RunningProcess, runAlivemcp } from './run-process.ts';

const KEY = 'a-bootstrap-key-of-some-length';

export type Separate = {
  api: ApiClient;
  /** Engine and probers. */
  workers: RunningProcess[];
  /** Stops everything and returns the exit codes. */
  stop(): Promise<(number | null)[]>;
};

/** api, engine and a prober for each region as processes of their own, on a fresh database and the given Redis. */
export async function runSeparately(redisUrl: string, regions: string[]): Promise<Separate> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'alivemcp-separate-'));
  const env = {
    DATABASE_URL: database.url,
    REDIS_URL: redisUrl,
    ALIVEMCP_SECRET_KEY: randomBytes(32).toString('base64'),
    ALIVEMCP_REGIONS: regions.join(','),
    ALIVEMCP_EGRESS_ALLOW: '127.0.0.1/32',
    ALIVEMCP_DATA_DIR: dataDir,
    PORT: '0',
  };
  const [api, ...workers] = await Promise.all([
    runAlivemcp(['api'], { ...env, ALIVEMCP_BOOTSTRAP_API_KEY: KEY }),
    runAlivemcp(['engine'], env),
    ...regions.map((region) => runAlivemcp(['prober'], { ...env, ALIVEMCP_REGION: region })),
  ]);
  return {
    api: apiClient(api.url, KEY),
    workers,
    async stop() {
      const codes = await Promise.all([api, ...workers].map((process) => process.stop()));
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
      return codes;
    },
  };
}
