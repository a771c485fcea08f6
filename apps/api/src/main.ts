import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type ApiConfig, ConfigError, defaultPublicUrl } from '@alivemcp/config';
import { createGuard, parseEgressAllow } from '@alivemcp/net-guard';
import { bootstrap, createServiceContext, issueSetupLink, type ServiceContext } from '@alivemcp/services';
import { createLogger, createMetrics, type Logger, type Metrics } from '@alivemcp/telemetry';
import packageJson from '../package.json' with { type: 'json' };
import { createApp } from './app.ts';

export type StartApiOptions = { log?: Logger; metrics?: Metrics; version?: string };

export type RunningApi = {
  /** Where people reach it. */
  url: string;
  /** The one-time link that creates the owner account; null when there is an account. */
  setupUrl: string | null;
  close(): Promise<void>;
};

/** The API as a process of its own: database, guard, context, app, listening. The schema must be there already. */
export async function startApi(config: ApiConfig, options: StartApiOptions = {}): Promise<RunningApi> {
  const log = options.log ?? createLogger({ name: 'api', level: config.logLevel });
  const services = createServices(config, log);
  try {
    await createFirstWorkspace(services, config);
    const app = await createApp({
      services,
      log,
      metrics: options.metrics ?? createMetrics(),
      secureCookies: config.publicUrl.startsWith('https:'),
      version: options.version ?? packageJson.version,
      ready: () => services.database.ping(),
    });
    await app.listen({ host: config.host, port: config.port });
    const { port } = app.server.address() as AddressInfo;
    if (config.publicUrlIsDefault) services.publicUrl = defaultPublicUrl(config.host, port);

    const token = await issueSetupLink(services);
    return {
      url: services.publicUrl,
      setupUrl: token === null ? null : `${services.publicUrl}/setup?token=${token}`,
      async close() {
        await app.close();
        await services.database.close();
      },
    };
  } catch (error) {
    await services.database.close();
    throw error;
  }
}

function createServices(config: ApiConfig, log: Logger): ServiceContext {
  const { allow, faults } = parseEgressAllow(config.egressAllow);
  if (faults.length > 0) throw new ConfigError(faults.map((message) => ({ name: 'ALIVEMCP_EGRESS_ALLOW', message })));
  return createServiceContext({
    databaseUrl: config.databaseUrl,
    secretKey: config.secretKey,
    publicUrl: config.publicUrl,
    regions: config.regions,
    checkAddress: createGuard({ allow }).checkAddress,
    onDatabaseError: (error) => log.error({ err: error }, 'a database connection was lost'),
  });
}

async function createFirstWorkspace(services: ServiceContext, { bootstrap: given }: ApiConfig): Promise<void> {
  if (given === null) return;
  await bootstrap(services, {
    email: given.email,
    // A workspace that only machines use: nobody signs in with this.
    password: given.password ?? randomBytes(32).toString('base64url'),
    apiKey: given.apiKey ?? undefined,
  });
}
