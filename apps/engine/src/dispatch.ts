import type { ProbeBatchJob, ProbeReason } from '@alivemcp/contracts';
import type { NamedJob, Queues } from '@alivemcp/queue';
import { dispatchProbeRequests, listDue, noteTick, type ServiceContext } from '@alivemcp/services';
import type { Metrics } from '@alivemcp/telemetry';

export type DispatchDeps = { services: ServiceContext; queues: Pick<Queues, 'addProbeBatches'>; metrics: Metrics };
type Target = ProbeBatchJob['targets'][number];

const BATCH_SIZE = 100;
const REQUESTS_AT_ONCE = 500;

/**
 * Turns one tick into batches of what is due in its second. Running it twice adds nothing: ids are made from the due time.
 * What is too late by then is for the prober to tell, which knows the interval of each target.
 */
export async function dispatchTick(
  { services, queues, metrics }: DispatchDeps,
  tick: { region: string; slot: number },
  dueAt: number,
): Promise<void> {
  const { region, slot } = tick;
  const lateMs = services.clock.now() - dueAt;
  metrics.ticks.inc({ region });
  metrics.queueLateness.observe({ queue: 'tick' }, Math.max(0, lateMs) / 1000);
  if (lateMs > 1000) metrics.ticksLate.inc({ region });
  const due = await listDue(services, region, dueAt);
  const batches = toBatches(region, dueAt, 'scheduled', due, (shard) => `${region}-${slot}-${dueAt}-${shard}`);
  await queues.addProbeBatches(region, batches);
  await noteTick(services, { region, dueAt, due: due.length, lateMs });
  metrics.batches.inc({ region }, batches.length);
}

/** Turns waiting probe requests into batches, until none waits. */
export async function dispatchRequests({ services, queues, metrics }: DispatchDeps): Promise<void> {
  let taken = 0;
  do {
    taken = await dispatchProbeRequests(services, REQUESTS_AT_ONCE, async (requests) => {
      const alike = Map.groupBy(requests, (r) => `${r.region}|${r.reason}|${r.scheduledAt.getTime()}`);
      for (const group of alike.values()) {
        const [first] = group;
        if (!first) continue;
        const { region, reason, scheduledAt } = first;
        const targets = group.map((r) => ({ workspaceId: r.workspaceId, serverId: r.serverId, requestId: r.id }));
        const batches = toBatches(region, scheduledAt.getTime(), reason, targets, (shard) => `${first.id}-${shard}`);
        await queues.addProbeBatches(region, batches);
        metrics.batches.inc({ region }, batches.length);
      }
    });
  } while (taken === REQUESTS_AT_ONCE);
}

function toBatches(
  region: string,
  dueAt: number,
  reason: ProbeReason,
  targets: Target[],
  idOf: (shard: number) => string,
): NamedJob<ProbeBatchJob>[] {
  const jobs: NamedJob<ProbeBatchJob>[] = [];
  for (let from = 0; from < targets.length; from += BATCH_SIZE) {
    const data = { region, dueAt, reason, targets: targets.slice(from, from + BATCH_SIZE) };
    jobs.push({ id: idOf(jobs.length), data });
  }
  return jobs;
}
