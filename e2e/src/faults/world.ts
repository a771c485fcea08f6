import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChannelWithSecret } from '@alivemcp/contracts';
import { waitFor } from '@alivemcp/testkit';
import { apiClient } from '../api-client.ts';
import { signedWebhooks } from '../signed-webhooks.ts';
import { type MortalRedis, startMortalRedis } from './mortal-redis.ts';
import { type PrivatePostgres, startPrivatePostgres } from './private-postgres.ts';
import { type Restartable, startRestartable } from './restartable.ts';
import { type WatchedServer, watchServer } from './watched-server.ts';

export const REGIONS = ['eu-west', 'us-east', 'ap-south'] as const;
export type Region = (typeof REGIONS)[number];

const KEY = 'a-bootstrap-key-of-some-length';
const CLOCK = fileURLToPath(new URL('./stepped-clock.ts', import.meta.url));
const WAYS = ['refuses', 'resets', 'says 503'] as const;
const STEADY = 6;
/** Long enough for a batch with such a server in it to be seen at work. */
const SLOW_MS = 600;

export type World = {
  postgres: PrivatePostgres;
  redis: MortalRedis;
  hooks: Awaited<ReturnType<typeof signedWebhooks>>;
  engines: Restartable[];
  probers: Record<Region, Restartable>;
  /** Never fail. */
  steady: WatchedServer[];
  /** Watched from one region alone, slow to answer, and never failing. */
  only: Record<Region, WatchedServer>;
  /** The next servers that nobody has taken yet, up at first. */
  take(count: number): WatchedServer[];
  /** What all processes printed. */
  output(): string;
  /** Stops everything and returns the exit codes. */
  stop(): Promise<(number | null)[]>;
};

/**
 * The product as separate processes, two engines and a prober in each of three regions, on stores of its own; `servers` are to
 * be taken. With `stepClockMs` SIGUSR2 steps the clock of a prober. Comes back when all servers are up.
 */
export async function startWorld(options: { servers: number; stepClockMs?: number }): Promise<World> {
  const owned = new AsyncDisposableStack();
  try {
    const dataDir = await mkdtemp(join(tmpdir(), 'alivemcp-faults-'));
    owned.defer(() => rm(dataDir, { recursive: true, force: true }));
    const postgres = await startPrivatePostgres();
    owned.defer(postgres.stop);
    const redis = await startMortalRedis();
    owned.defer(redis.stop);
    const hooks = await signedWebhooks();
    owned.defer(hooks.stop);

    const env = {
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      ALIVEMCP_SECRET_KEY: randomBytes(32).toString('base64'),
      ALIVEMCP_REGIONS: REGIONS.join(','),
      ALIVEMCP_EGRESS_ALLOW: '127.0.0.1/32',
      ALIVEMCP_BOOTSTRAP_API_KEY: KEY,
      PORT: '0',
    };
    const processes: Restartable[] = [];
    const exitCodes: (number | null)[] = [];
    owned.defer(async () => void exitCodes.push(...(await Promise.all(processes.map((each) => each.stop())))));
    const run = async (name: string, args: string[], own: Record<string, string> = {}): Promise<Restartable> => {
      const started = await startRestartable(args, { ...env, ALIVEMCP_DATA_DIR: join(dataDir, name), ...own });
      processes.push(started);
      return started;
    };
    const clock: Record<string, string> = options.stepClockMs
      ? {
          STEP_CLOCK_MS: String(options.stepClockMs),
          NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${CLOCK}`,
        }
      : {};
    const prober = (region: Region) => run(region, ['prober'], { ...clock, ALIVEMCP_REGION: region });
    // All of them, or those that come up late would outlive a failed start.
    const starts = [
      run('api', ['api']),
      run('engine-1', ['engine']),
      run('engine-2', ['engine']),
      prober('eu-west'),
      prober('us-east'),
      prober('ap-south'),
    ] as const;
    await Promise.allSettled(starts);
    const [api, one, two, west, east, south] = await Promise.all(starts);
    const client = apiClient(api.url(), KEY);
    const channel = await client.post<ChannelWithSecret>('/api/v1/channels', { type: 'webhook', url: hooks.url });
    hooks.trust(channel.secret);

    const watch = async (name: string, index: number, regions: readonly Region[] = REGIONS, delayMs?: number) => {
      const way = WAYS[index % WAYS.length] ?? 'resets';
      const server = await watchServer(client, { name: `${name} ${index + 1}`, regions: [...regions], way, delayMs });
      owned.defer(server.close);
      return server;
    };
    const watchMany = async (name: string, count: number) => {
      const servers: WatchedServer[] = [];
      for (let i = 0; i < count; i++) servers.push(await watch(name, i));
      return servers;
    };
    const steady = await watchMany('steady', STEADY);
    const only = {
      'eu-west': await watch('slow', 0, ['eu-west'], SLOW_MS),
      'us-east': await watch('slow', 1, ['us-east'], SLOW_MS),
      'ap-south': await watch('slow', 2, ['ap-south'], SLOW_MS),
    };
    const free = await watchMany('server', options.servers);
    const states = () =>
      postgres
        .query<{ status: string }>(`select distinct status from server_state`)
        .then((rows) => rows.map((row) => row.status).join());
    await waitFor(async () => (await states()) === 'up', { what: 'all servers up', timeoutMs: 60_000, everyMs: 250 });

    return {
      postgres,
      redis,
      hooks,
      steady,
      only,
      engines: [one, two],
      probers: { 'eu-west': west, 'us-east': east, 'ap-south': south },
      take: (count) => free.splice(0, count),
      output: () => processes.map((each) => each.output()).join('\n'),
      async stop() {
        await owned.disposeAsync();
        return exitCodes;
      },
    };
  } catch (error) {
    await owned.disposeAsync();
    throw error;
  }
}
