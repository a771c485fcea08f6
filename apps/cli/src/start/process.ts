import { createApp } from '@alivemcp/api';
import {
  type ApiConfig,
  type EngineConfig,
  loadApiConfig,
  loadEngineConfig,
  loadProberConfig,
  type ProberConfig,
} from '@alivemcp/config';
import { startEngine } from '@alivemcp/engine';
import { startProber } from '@alivemcp/prober';
import { migrate } from '@alivemcp/services';
import { createLogger, type Logger } from '@alivemcp/telemetry';
import { loadWeb } from '@alivemcp/web';
import manifest from '../../package.json' with { type: 'json' };
import { bootstrapOwner } from './bootstrap-owner.ts';
import { compose, guardFrom, type Parts } from './compose.ts';
import { settleAddress } from './listen-address.ts';
import { onceReady } from './once-ready.ts';
import { serveHealth } from './serve-health.ts';
import { startErrorText } from './start-error.ts';
import { stopOnSignal } from './stop-on-signal.ts';

const { version } = manifest;

type Running = { url: string; close(): Promise<void> };
type Process<Config> = {
  load(env: NodeJS.ProcessEnv): Config;
  /** `ready` readies database and queues; throws while they are away. */
  run(config: Config, parts: Parts, log: Logger, ready: () => Promise<void>): Promise<Running>;
};

const api: Process<ApiConfig> = {
  load: loadApiConfig,
  async run(config, parts, log, ready) {
    await ready();
    const setupLink = await bootstrapOwner(parts.services, config.bootstrap);
    const app = await createApp({
      services: parts.services,
      metrics: parts.metrics,
      log,
      version,
      web: await loadWeb(),
      secureCookies: config.publicUrl.startsWith('https:'),
      ready: parts.services.database.ping,
    });
    const url = await app.listen({ host: config.host, port: config.port });
    if (setupLink) process.stdout.write(`Create the owner account (works once, for 24 hours): ${setupLink}\n`);
    return { url, close: () => app.close() };
  },
};

const engine: Process<EngineConfig> = {
  load: loadEngineConfig,
  async run(config, parts, log, ready) {
    await ready();
    return withHealth(config, parts, () => startEngine({ ...parts, log, deadManUrl: config.deadManUrl }));
  },
};

const prober: Process<ProberConfig> = {
  load: loadProberConfig,
  run: (config, parts, log, ready) =>
    withHealth(config, parts, async () => {
      const away = await ready().then(
        () => null,
        (error: unknown) => ({ error }),
      );
      const worker = await startProber({ ...parts, ...config, version, log });
      if (away === null) {
        worker.work();
        return worker;
      }
      if (!worker.canGoOn) throw away.error;
      log.warn({ err: away.error }, 'the database or the queue is away: going on with what was to be probed before');
      const stop = onceReady(ready, worker.work);
      return { close: () => Promise.all([stop(), worker.close()]).then(() => {}) };
    }),
};

/** Runs one process of the product. Returns when it runs; signals stop it. */
export async function runProcess(name: 'api' | 'engine' | 'prober'): Promise<void> {
  if (name === 'api') await runOne(name, api);
  else if (name === 'engine') await runOne(name, engine);
  else await runOne(name, prober);
}

async function runOne<Config extends ApiConfig | EngineConfig | ProberConfig>(name: string, kind: Process<Config>) {
  try {
    const loaded = kind.load(process.env);
    const config = { ...loaded, ...(await settleAddress(loaded)) };
    const log = createLogger({ name, level: config.logLevel, pretty: process.stderr.isTTY });
    const guard = guardFrom(config.egressAllow);
    const parts = compose({ ...config, guard, log });
    const running = await kind.run(config, parts, log, async () => {
      await migrate(config.databaseUrl);
      await parts.queues.prepare();
    });
    stopOnSignal(log, [
      { name: 'connections', close: parts.close },
      { name, close: running.close },
    ]);
    process.stdout.write(`alivemcp ${name} ${version} runs at ${running.url}\n`);
  } catch (error) {
    process.stderr.write(`alivemcp ${name} could not start.\n${startErrorText(error)}\n`);
    process.exit(1);
  }
}

async function withHealth(
  listen: { host: string; port: number },
  parts: Parts,
  run: () => Promise<{ close(): Promise<void> }>,
): Promise<Running> {
  const worker = await run();
  const health = await serveHealth(listen, parts.metrics);
  return {
    url: health.url,
    close: async () => {
      await health.close();
      await worker.close();
    },
  };
}
