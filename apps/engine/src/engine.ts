import { createMailer } from '@alivemcp/alerts';
import { every, type Queues } from '@alivemcp/queue';
import {
  closeFiveMinutes,
  closeHours,
  judgeSilentServers,
  keepHouse,
  type ServiceContext,
  settleFlapping,
  tellDigests,
  tellExpiries,
  tellNotices,
  tidyHistory,
  turnGates,
  turnMaintenance,
} from '@alivemcp/services';
import type { Logger, Metrics } from '@alivemcp/telemetry';
import { afterCalm } from './after-calm.ts';
import { pingDeadMan } from './dead-man.ts';
import { type DeliverDeps, deliver, queueDeliveries } from './deliver.ts';
import { dispatchRequests, dispatchTick } from './dispatch.ts';
import { tellOwners } from './tell-owners.ts';

export type EngineDeps = {
  services: ServiceContext;
  queues: Queues;
  guard: DeliverDeps['guard'];
  log: Logger;
  metrics: Metrics;
  /** Pinged every minute while all works; null or nothing: there is none. */
  deadManUrl?: string | null;
};

const TICK_CONCURRENCY = 8;
/** Sending is waiting: room for many receivers that hang at the same time. */
const DELIVERY_CONCURRENCY = 200;
/** Notifications wake these at once; the interval is for what a lost notification left behind. */
const SWEEP_MS = 1_000;
const SILENCE_MS = 5_000;
/** Long enough for probers to come back after an outage, and to hand in what they saw. */
const CALM_MS = 30_000;
const MAINTENANCE_MS = 5_000;
const GATES_MS = 1_000;
const EXPIRIES_MS = 60_000;
const NOTICES_MS = 5_000;
const DIGESTS_MS = 2_000;
const DEAD_MAN_MS = 60_000;
const FLAPPING_MS = 30_000;
/** A queue that lost its memory gets its ticks back after this. */
const TICKS_MS = 10_000;
const FIVE_MINUTES_MS = 60_000;
/** The running hour is read anew each time. */
const HOURS_MS = 120_000;
const HOUSEKEEPING_MS = 3_600_000;
const FAILING_CHANNELS_MS = 600_000;

/** The clock of the product: turns ticks and requests into batches, judges silence, sends alerts, keeps history tidy. */
export async function startEngine(deps: EngineDeps): Promise<{ close(): Promise<void> }> {
  const { services, queues, log, deadManUrl } = deps;
  await keepHouse(services);

  const mailer = services.mail ? createMailer(services.mail) : null;
  const calm = { ping: services.database.ping, now: services.clock.now };
  const loops = {
    requests: every('probe requests', SWEEP_MS, log, () => dispatchRequests(deps)),
    deliveries: every('deliveries', SWEEP_MS, log, () => queueDeliveries(deps)),
    failing: every('failing channels', FAILING_CHANNELS_MS, log, () => tellOwners(services, mailer, log)),
    silence: every(
      'silent servers',
      SILENCE_MS,
      log,
      afterCalm(CALM_MS, () => judgeSilentServers(services), calm),
    ),
    flapping: every('flapping', FLAPPING_MS, log, () => settleFlapping(services)),
    maintenance: every('maintenance', MAINTENANCE_MS, log, () => turnMaintenance(services)),
    gates: every('gates', GATES_MS, log, () => turnGates(services)),
    notices: every('reminders and escalations', NOTICES_MS, log, () => tellNotices(services)),
    digests: every('digests', DIGESTS_MS, log, () => tellDigests(services)),
    expiries: every('what expires', EXPIRIES_MS, log, () => tellExpiries(services)),
    ...(deadManUrl && { deadMan: every('dead-man ping', DEAD_MAN_MS, log, () => pingDeadMan(deps, deadManUrl)) }),
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
    await services.database.listen('probe_done', loops.gates.wake),
  ];
  const stopping = new AbortController();
  const sending = { ...deps, mail: mailer?.sendAlert, stopping: stopping.signal };
  // Whoever is done makes room for the next one of the same channel.
  queues.onDelivery((job) => deliver(sending, job).finally(loops.deliveries.wake), DELIVERY_CONCURRENCY);
  queues.onTick((tick, dueAt) => dispatchTick(deps, tick, dueAt), TICK_CONCURRENCY);

  return {
    async close() {
      stopping.abort();
      await Promise.all(stopListening.map((stop) => stop()));
      await Promise.all(Object.values(loops).map((loop) => loop.stop()));
    },
  };
}
