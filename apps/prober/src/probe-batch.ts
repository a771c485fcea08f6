import type { ProbeBatchJob } from '@alivemcp/contracts';
import { loadTargets, openTarget, type ProbeAssignment, type ServiceContext } from '@alivemcp/services';
import type { Assignment } from './assignment/assignment.ts';
import { notRun } from './not-run.ts';
import { createPhaseTeller } from './phase-teller.ts';
import { type ProbeOneDeps, type ProbeTask, probeOne } from './probe-one.ts';
import type { Recorder } from './recorder/recorder.ts';
import type { SteadyClock } from './steady-clock.ts';
import type { Turnstile } from './turnstile.ts';

export type ProbeDeps = ProbeOneDeps & {
  services: ServiceContext;
  clock: SteadyClock;
  recorder: Pick<Recorder, 'record'>;
  assignment: Pick<Assignment, 'keep' | 'find' | 'forget'>;
  turnstile: Turnstile;
};

type Target = ProbeBatchJob['targets'][number];

/** A probe that would start later than this share of its interval is not run. */
const LATEST_START = 0.5;
/** Of a job that does not say. */
const USUAL_INTERVAL_MS = 60_000;

/** Probes the targets of one batch. Returns when what was seen of each is recorded, or safe on the disk. */
export async function probeBatch(deps: ProbeDeps, batch: ProbeBatchJob): Promise<void> {
  const { services, assignment, clock, metrics, log } = deps;
  const { region, dueAt, reason } = batch;
  metrics.queueLateness.observe({ queue: 'probe' }, Math.max(0, clock.now() - dueAt) / 1000);
  const isTooLate = (intervalMs = USUAL_INTERVAL_MS) =>
    reason === 'scheduled' && clock.now() - dueAt > intervalMs * LATEST_START;
  const isWatched = reason === 'first' || reason === 'manual';
  const tell = isWatched ? createPhaseTeller(deps, batch) : undefined;

  const probeTarget = async ({ requestId = null }: { requestId?: string | null }, row: ProbeAssignment) => {
    const task: ProbeTask = { region, dueAt, reason, requestId };
    if (tell) task.onPhase = (phase) => tell(row, phase);
    const probed = await deps.turnstile(async () => {
      if (isTooLate(row.intervalMs)) return skipped(batch, row);
      return deps.signal.aborted ? null : probeOne(deps, task, openTarget(services, row, dueAt));
    });
    // What a stopping prober saw half of is nothing.
    if (probed && !deps.signal.aborted) await deps.recorder.record(probed);
  };

  const { late = [], inTime = [] } = Object.groupBy(batch.targets, ({ intervalMs }) =>
    isTooLate(intervalMs) ? 'late' : 'inTime',
  );
  const rows = await currentRows(deps, region, inTime);
  if (reason === 'scheduled') assignment.keep([...rows.values()], dueAt);
  await Promise.all([
    ...late.map((target) => deps.recorder.record(skipped(batch, target))),
    ...inTime.map(async (target) => {
      const row = rows.get(target.serverId);
      // A fault of ours on one target must not cost the others their results.
      if (row)
        await probeTarget(target, row).catch((error: unknown) =>
          log.error({ err: error, serverId: target.serverId }, 'a probe failed by our own fault'),
        );
    }),
  ]);
}

/** What the database knows of these servers now or, while it is away, what it said last. By server. */
async function currentRows({ services, assignment, log }: ProbeDeps, region: string, targets: Target[]) {
  const byServer = (rows: ProbeAssignment[]) => new Map(rows.map((row) => [row.serverId, row]));
  const ids = targets.map(({ serverId }) => serverId);
  if (ids.length === 0) return byServer([]);
  try {
    const rows = byServer(await loadTargets(services, region, targets));
    assignment.forget(ids.filter((id) => !rows.has(id)));
    return rows;
  } catch (error) {
    log.warn({ err: error, region }, 'the database is away: going by what it said last');
    return byServer(assignment.find(ids));
  }
}

const skipped = (
  { dueAt, reason }: ProbeBatchJob,
  { workspaceId, serverId }: Pick<Target, 'workspaceId' | 'serverId'>,
) => ({
  workspaceId,
  serverId,
  scheduledAt: dueAt,
  reason,
  requestId: null,
  result: notRun(dueAt),
  toolList: null,
  surface: null,
  alternate: null,
  suspect: true,
});
