import { ConfigError, type Smtp } from '@alivemcp/config';
import { createGuard, type Guard, parseEgressAllow } from '@alivemcp/net-guard';
import { openQueues, type Queues } from '@alivemcp/queue';
import { createServiceContext, type ServiceContext } from '@alivemcp/services';
import { createMetrics, type Logger, type Metrics } from '@alivemcp/telemetry';
import { sparingLog } from './sparing-log.ts';

export type ComposeOptions = {
  databaseUrl: string;
  /** null: the queues live in the database. */
  redisUrl: string | null;
  secretKey: Buffer;
  publicUrl: string;
  regions: string[];
  regionNames: Record<string, string>;
  /** A prober sends no mail, and knows of none. */
  smtp?: Smtp | null;
  mailFrom?: string | null;
  guard: Guard;
  log: Logger;
};

/** What every process is made of. `close` ends the connections; close what uses them first. */
export type Parts = {
  services: ServiceContext;
  queues: Queues;
  guard: Guard;
  metrics: Metrics;
  close(): Promise<void>;
};

export function compose({ log, guard, ...options }: ComposeOptions): Parts {
  const metrics = createMetrics();
  const services = createServiceContext({
    ...options,
    checkAddress: guard.checkAddress,
    onDatabaseError: sparingLog(log, 'a database connection was lost'),
  });
  const store = options.redisUrl
    ? ({ kind: 'redis', url: options.redisUrl } as const)
    : ({ kind: 'postgres', url: options.databaseUrl } as const);
  const queues = openQueues(store, sparingLog(log, 'the queue has trouble'));
  return {
    services,
    queues,
    guard,
    metrics,
    async close() {
      await queues.close();
      await services.database.close();
    },
  };
}

/** The guard of this installation. Throws `ConfigError` when the allow-list does not parse. */
export function guardFrom(egressAllow: string): Guard {
  const { allow, faults } = parseEgressAllow(egressAllow);
  if (faults.length > 0) {
    throw new ConfigError(faults.map((message) => ({ name: 'ALIVEMCP_EGRESS_ALLOW', message })));
  }
  return createGuard({ allow });
}
