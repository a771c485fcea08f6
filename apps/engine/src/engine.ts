import type { Queues } from '@alivemcp/queue';
import {
  closeFiveMinutes,
  closeHours,
  judgeSilentServers,
  keepHouse,
  type ServiceContext,
  settleFlapping,
  tidyHistory,
  turnMaintenance,
} from '@alivemcp/services';
import type { Logger, Metrics } from '@alivemcp/telemetry';
import { type DeliverDeps, deliver, queueDeliveries } from './deliver.ts';
import { dispatchRequests, dispatchTick } from './dispatch.ts';
import { every } from './every.ts';

export type EngineDeps = {
  services: ServiceContext;
  queues: Queues;
  guard: DeliverDeps['guard'];
  log: Logger;
  metrics: Metrics;
};

const TICK_CONCURRENCY = 8;
const DELIVERY_CONCURRENCY = 20;
/** Notifications wake these at once; the interval is for what a lost notification left behind. */
const SWEEP_MS = 1_000;
const SILENCE_MS = 5_000;
const MAINTENANCE_MS = 5_000;
const FLAPPING_MS = 30_000;
/** A queue that lost its memory gets its ticks back after this. */
const TICKS_MS = 10_000;
const FIVE_MINUTES_MS = 60_000;
/** The running hour is read anew each time. */
const HOURS_MS = 120_000;
const HOUSEKEEPING_MS = 3_600_000;

/** The clock of the product: turns ticks and requests into batches, judges silence, sends alerts, keeps history tidy. */
export async function startEngine(deps: EngineDeps): Promise<{ close(): Promise<void> }> {
  const { services, queues, log } = deps;
  await keepHouse(services);

  const loops = {
    requests: every('probe requests', SWEEP_MS, log, () => dispatchRequests(deps)),
    deliveries: every('deliveries', SWEEP_MS, log, () => queueDeliveries(deps)),
    silence: every('silent servers', SILENCE_MS, log, () => judgeSilentServers(services)),
    flapping: every('flapping', FLAPPING_MS, log, () => settleFlapping(services)),
    maintenance: every('maintenance', MAINTENANCE_MS, log, () => turnMaintenance(services)),
    ticks: every('ticks', TICKS_MS, log, () => queues.ensureTicks(services.regions)),
    fiveMinutes: every('five minutes', FIVE_MINUTES_MS, log, () => closeFiveMinutes(services)),
    hours: every('hours and days', HOURS_MS, log, () => closeHours(services)),
    housekeeping: every('housekeeping', HOUSEKEEPING_MS, log, () => keepHouse(services)),
    history: every('tidying of history', HOUSEKEEPING_MS, log, async () => {
      for (const step of await tidyHistory(services)) log.info(step, 'history tidied');
    }),
  };
  const stopListening = [
    await services.database.listen('probe_request', loops.requests.wake),
    await services.database.listen('delivery', loops.deliveries.wake),
  ];
  queues.onDelivery((job) => deliver(deps, job), DELIVERY_CONCURRENCY);
  queues.onTick((tick, dueAt) => dispatchTick(deps, tick, dueAt), TICK_CONCURRENCY);

  return {
    async close() {
      await Promise.all(stopListening.map((stop) => stop()));
      await Promise.all(Object.values(loops).map((loop) => loop.stop()));
    },
  };
}
