import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Queues } from '@alivemcp/queue';
import { reportProber, type ServiceContext } from '@alivemcp/services';
import type { Logger, Metrics } from '@alivemcp/telemetry';
import { type ProbeDeps, probeBatch } from './probe-batch.ts';
import { createResultBuffer } from './result-buffer.ts';
import { openSpool } from './spool/spool.ts';

export type ProberDeps = {
  services: ServiceContext;
  queues: Queues;
  guard: ProbeDeps['guard'];
  region: string;
  /** Where results wait for a database that is away; absolute. */
  dataDir: string;
  version: string;
  log: Logger;
  metrics: Metrics;
};

const BATCHES_AT_ONCE = 8;
const HEARTBEAT_MS = 10_000;
/** About a million results of calm servers. */
const MAX_SPOOL_BYTES = 512 * 1024 * 1024;

/** The worker of one region: takes its batches, probes, records. */
export async function startProber(deps: ProberDeps): Promise<{ close(): Promise<void> }> {
  const { services, queues, region, log } = deps;
  const stopping = new AbortController();
  const spool = await openSpool(join(deps.dataDir, 'results', region), MAX_SPOOL_BYTES);
  const buffer = await createResultBuffer({ ...deps, spool }, region);
  const self = { id: randomUUID(), region, version: deps.version, startedAt: services.clock.now() };

  const beat = () => reportProber(services, self).catch((error: unknown) => log.warn({ err: error }, 'no heartbeat'));
  await beat();
  const timer = setInterval(beat, HEARTBEAT_MS);
  queues.onProbeBatch(
    region,
    (batch) => probeBatch({ ...deps, buffer, signal: stopping.signal }, batch),
    BATCHES_AT_ONCE,
  );

  return {
    /** Cancels running probes (what they saw half of is not recorded); what waits stays on disk. Close the queues after it. */
    async close() {
      clearInterval(timer);
      stopping.abort();
      await buffer.close();
    },
  };
}
