import type { Phase, ProbeBatchJob, ProbeResult } from '@alivemcp/contracts';
import { createSurfaceOnce } from '@alivemcp/drift';
import { probe } from '@alivemcp/probe';
import { type LoadedTarget, loadTargets, type RecordedProbe, type ServiceContext } from '@alivemcp/services';
import type { Logger, Metrics } from '@alivemcp/telemetry';
import { askAsAnother } from './ask-as-another.ts';
import { createPhaseTeller, type TellPhase } from './phase-teller.ts';
import type { ResultBuffer } from './result-buffer.ts';
import { runBounded } from './run-bounded.ts';
import { toolListOf } from './tool-list-of.ts';

export type ProbeDeps = {
  services: ServiceContext;
  guard: Parameters<typeof probe>[1]['guard'];
  buffer: ResultBuffer;
  log: Logger;
  metrics: Metrics;
  signal: AbortSignal;
};

const CONCURRENCY = 50;
const TIMEOUT_MS = 10_000;
/** A probe that would start later than this share of its interval is not run. */
const LATEST_START = 0.5;
const surfaceOf = createSurfaceOnce();

/** Probes the targets of one batch and records what was seen. */
export async function probeBatch(deps: ProbeDeps, batch: ProbeBatchJob): Promise<void> {
  const { services, metrics, log } = deps;
  const lateMs = services.clock.now() - batch.dueAt;
  metrics.queueLateness.observe({ queue: 'probe' }, Math.max(0, lateMs) / 1000);
  const targets = await loadTargets(services, batch.region, batch.targets, batch.dueAt);
  const inTime = targets.filter((target) => batch.reason !== 'scheduled' || lateMs <= target.intervalMs * LATEST_START);
  const requestIds = new Map(batch.targets.map((target) => [target.serverId, target.requestId ?? null]));
  const isWatched = batch.reason === 'first' || batch.reason === 'manual';
  const tell = isWatched ? createPhaseTeller(deps, batch) : undefined;
  const probes = await runBounded(inTime, CONCURRENCY, (target) =>
    probeOne(deps, batch, target, requestIds.get(target.serverId) ?? null, tell).catch((error: unknown) => {
      // A fault of ours on one target must not cost the others their results.
      log.error({ err: error, serverId: target.serverId }, 'a probe failed by our own fault');
      return null;
    }),
  );
  if (!deps.signal.aborted) await deps.buffer.record(probes.filter((probe) => probe !== null));
}

async function probeOne(
  { guard, metrics, log, signal }: ProbeDeps,
  { region, dueAt, reason }: ProbeBatchJob,
  { workspaceId, serverId, target, alternateClient }: LoadedTarget,
  requestId: string | null,
  tell?: TellPhase,
): Promise<RecordedProbe> {
  const onPhase = tell && ((phase: Phase) => tell({ workspaceId, serverId }, phase));
  const result = await probe({ ...target, timeoutMs: TIMEOUT_MS }, { guard, signal, onPhase });
  metrics.probes.inc({ region, outcome: result.outcome });
  metrics.probeDuration.observe({ region, outcome: result.outcome }, result.durationMs / 1000);
  log.debug({ serverId, region, outcome: result.outcome, class: result.class }, 'probed');
  const probed = { workspaceId, serverId, scheduledAt: dueAt, reason, requestId, result, suspect: false };
  const toolList = toolListOf(result);
  if (toolList === null) return { ...probed, toolList, surface: null, alternate: null };
  const alternate =
    alternateClient === null
      ? null
      : await askAsAnother({ guard, signal }, target, alternateClient, { protocol: result.protocol, toolList });
  return { ...probed, toolList, surface: wholeSurface(result) ? surfaceOf(result) : null, alternate };
}

/** A list that could not be read this time is not a list that was withdrawn. */
const wholeSurface = ({ warnings }: ProbeResult): boolean =>
  !warnings.some((warning) => warning.class === 'mcp.list_failed');
