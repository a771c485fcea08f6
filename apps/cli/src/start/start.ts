import { createApp } from '@alivemcp/api';
import { loadStartConfig, type StartConfig } from '@alivemcp/config';
import { lockDataDir, startPostgres } from '@alivemcp/embedded-postgres';
import { startEngine } from '@alivemcp/engine';
import { startProber } from '@alivemcp/prober';
import { migrate } from '@alivemcp/services';
import { createLogger, type Logger } from '@alivemcp/telemetry';
import { loadWeb } from '@alivemcp/web';
import manifest from '../../package.json' with { type: 'json' };
import { startDemo } from '../demo/start-demo.ts';
import { bootstrapOwner } from './bootstrap-owner.ts';
import { compose, guardFrom } from './compose.ts';
import { settleAddress } from './listen-address.ts';
import { demoLines, prepareDemo } from './prepare-demo.ts';
import { secretKeyIn } from './secret-key-file.ts';
import { startErrorText } from './start-error.ts';
import { createSteps } from './steps.ts';
import { stopOnSignal } from './stop-on-signal.ts';

const { version } = manifest;
type Part = { name: string; close(): Promise<void> | void };

/**
 * Runs the whole product in this process on embedded defaults, with `demo` also servers to watch. Returns when it runs;
 * signals stop it.
 */
export async function start(options: { demo?: boolean } = {}): Promise<void> {
  const parts: Part[] = [];
  let log = createLogger({ name: 'alivemcp', level: 'info', pretty: true });
  try {
    const config = loadStartConfig(process.env);
    log = createLogger({ name: 'alivemcp', level: config.logLevel, pretty: process.stderr.isTTY });
    await run(config, options.demo === true, log, parts);
  } catch (error) {
    process.stderr.write(`\nalivemcp could not start.\n${startErrorText(error)}\n`);
    for (const part of parts.toReversed()) await part.close();
    process.exit(1);
  }
}

async function run(config: StartConfig, withDemo: boolean, log: Logger, parts: Part[]): Promise<void> {
  const stop = stopOnSignal(log, parts);
  const { step, detail } = createSteps(withDemo ? 5 : 4, (line) => process.stdout.write(`${line}\n`));

  step(`Data in ${config.dataDir}`);
  const lock = lockDataDir(config.dataDir);
  parts.push({ name: 'data directory', close: () => lock.release() });
  const { publicUrl, ...address } = await settleAddress(config);
  const demo = withDemo ? await startDemo(config.dataDir) : null;
  if (demo) parts.push({ name: 'demo servers', close: demo.close });
  const guard = guardFrom([config.egressAllow, ...(demo?.egressAllow ?? [])].join(','));

  step(config.databaseUrl ? 'PostgreSQL at DATABASE_URL' : 'Embedded PostgreSQL');
  const databaseUrl = config.databaseUrl ?? (await embeddedDatabase(config.dataDir, log, detail, parts));

  step('Database schema and queues');
  await migrate(databaseUrl);
  const secretKey = config.secretKey ?? secretKeyIn(config.dataDir);
  const shared = compose({ ...config, databaseUrl, secretKey, publicUrl, guard, log });
  parts.push({ name: 'connections', close: shared.close });
  await shared.queues.prepare();

  if (demo) step('Demo: six MCP servers and the history before this start');
  const demoLinks = await prepareDemo(shared.services, config.region, demo);

  step('API, engine and prober');
  const engine = await startEngine({ ...shared, log, deadManUrl: config.deadManUrl });
  parts.push({ name: 'engine', close: engine.close });
  const prober = await startProber({ ...shared, ...config, version, log });
  prober.work();
  parts.push({ name: 'prober', close: prober.close });
  const setupLink = await bootstrapOwner(shared.services, config.bootstrap);
  const app = await createApp({
    services: shared.services,
    metrics: shared.metrics,
    log,
    version,
    web: await loadWeb(),
    secureCookies: publicUrl.startsWith('https:'),
    ready: shared.services.database.ping,
  });
  await app.listen(address);
  parts.push({ name: 'api', close: () => app.close() });

  process.stdout.write(`\nAliveMCP ${version} runs at ${publicUrl}\n`);
  if (setupLink) process.stdout.write(`Create the owner account (works once, for 24 hours): ${setupLink}\n`);
  process.stdout.write('Stop with Ctrl-C; the next start goes on with the same data.\n');
  if (demo && demoLinks) {
    demo.begin();
    process.stdout.write(demoLines(demoLinks, publicUrl, demo.password));
  }
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'stopping after an unexpected error');
    void stop(1);
  });
}

async function embeddedDatabase(dataDir: string, log: Logger, onStep: (text: string) => void, parts: Part[]) {
  const postgres = await startPostgres({ dataDir, log, onStep });
  parts.push({ name: 'PostgreSQL', close: postgres.stop });
  return postgres.url;
}
