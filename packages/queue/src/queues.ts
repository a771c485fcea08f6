import {
  type DeliveryJob,
  deliveryJob,
  type ProbeBatchJob,
  probeBatchJob,
  type TickJob,
  tickJob,
} from '@alivemcp/contracts';
import type { Job } from 'bullmq';
import { createBackend, type JobQueue, type JobWorker, type QueueStore } from './backend.ts';
import { tickDueAt } from './tick-due-at.ts';

/** A job under its own id: adding it twice, from any process, adds it once. */
export type NamedJob<T> = { id: string; data: T };

export type Queues = {
  prepare(): Promise<void>;
  /**
   * Makes sure that each second of the minute has its tick in each region, also after the store came back empty.
   * Idempotent; no leader is needed.
   */
  ensureTicks(regions: readonly string[]): Promise<void>;
  /** `dueAt` is the second, in epoch ms, that the tick stands for. */
  onTick(handle: (tick: TickJob, dueAt: number) => Promise<void>, concurrency: number): void;
  /** Newer ones are worked off before older ones. */
  addProbeBatches(region: string, jobs: NamedJob<ProbeBatchJob>[]): Promise<void>;
  onProbeBatch(region: string, handle: (batch: ProbeBatchJob) => Promise<void>, concurrency: number): void;
  addDeliveries(jobs: NamedJob<DeliveryJob>[]): Promise<void>;
  onDelivery(handle: (delivery: DeliveryJob) => Promise<void>, concurrency: number): void;
  /** Whether the store can be reached, as far as is known. */
  isReady(): boolean;
  /** Lets running jobs finish, then closes every connection. */
  close(): Promise<void>;
};

const TICKS = 'tick';
const DELIVERIES = 'delivery';
const probesOf = (region: string) => `probe-${region}`;

const MINUTE_MS = 60_000;
const SLOTS = 60;
/** A finished id is remembered this long, so that a late double is still recognised. */
const REMEMBER_S = 120;
const ONCE = { removeOnComplete: { age: REMEMBER_S }, removeOnFail: { age: 3600, count: 1000 } };
/** Where work has piled up, what is due now comes first: what is long due has been missed anyway. */
const NEWEST_FIRST = { lifo: true };

export function openQueues(store: QueueStore, onError: (error: Error) => void): Queues {
  let closing = false;
  // A pool of connections says that it has ended before they have: what they still say then is of no interest.
  const backend = createBackend(store, (error) => {
    if (!closing) onError(error);
  });
  const queues = new Map<string, JobQueue<unknown>>();
  const workers: JobWorker[] = [];

  const queueNamed = (name: string) => {
    const queue = queues.get(name) ?? backend.queue<unknown>(name);
    queues.set(name, queue);
    return queue;
  };
  const addOnce = async (name: string, jobs: NamedJob<unknown>[], how: { lifo?: boolean } = {}) => {
    if (jobs.length === 0) return;
    await queueNamed(name).addBulk(jobs.map(({ id, data }) => ({ name, data, opts: { jobId: id, ...ONCE, ...how } })));
  };
  const work = (name: string, concurrency: number, handle: (job: Job) => Promise<void>) => {
    workers.push(backend.worker(name, handle, concurrency));
  };

  return {
    prepare: backend.prepare,
    async ensureTicks(regions) {
      const ticks = queueNamed(TICKS);
      if ((await ticks.getJobSchedulersCount()) >= regions.length * SLOTS) return;
      for (const region of regions) {
        for (let slot = 0; slot < SLOTS; slot++) {
          // BullMQ takes an offset of 0 for none, and begins anywhere.
          const every = { every: MINUTE_MS, offset: (slot || SLOTS) * 1000 };
          const data = { region, slot } satisfies TickJob;
          await ticks.upsertJobScheduler(`${region}-${slot}`, every, {
            name: TICKS,
            data,
            opts: { removeOnComplete: true, removeOnFail: { count: 100 } },
          });
        }
      }
    },
    onTick: (handle, concurrency) =>
      work(TICKS, concurrency, async (job) => {
        const tick = tickJob.parse(job.data);
        await handle(tick, tickDueAt(tick.slot, Date.now()));
      }),
    addProbeBatches: (region, jobs) => addOnce(probesOf(region), jobs, NEWEST_FIRST),
    onProbeBatch: (region, handle, concurrency) =>
      work(probesOf(region), concurrency, (job) => handle(probeBatchJob.parse(job.data))),
    addDeliveries: (jobs) => addOnce(DELIVERIES, jobs),
    onDelivery: (handle, concurrency) => work(DELIVERIES, concurrency, (job) => handle(deliveryJob.parse(job.data))),
    isReady: backend.isReady,
    async close() {
      closing = true;
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await backend.close();
    },
  };
}
