import type { Phase, ProbeReason, ProbeResult } from '@alivemcp/contracts';
import { createSurfaceOnce } from '@alivemcp/drift';
import { probe } from '@alivemcp/probe';
import type { LoadedTarget, RecordedProbe } from '@alivemcp/services';
import type { Logger, Metrics } from '@alivemcp/telemetry';
import { askAsAnother } from './ask-as-another.ts';
import type { SteadyClock } from './steady-clock.ts';
import { toolListOf } from './tool-list-of.ts';
import type { Trust } from './trust/trust.ts';

export type ProbeOneDeps = {
  guard: Parameters<typeof probe>[1]['guard'];
  trust: Pick<Trust, 'weigh'>;
  clock: Pick<SteadyClock, 'wallShift'>;
  log: Logger;
  metrics: Metrics;
  /** Our own shutdown. */
  signal: AbortSignal;
};

/** When, where and why a probe is made. */
export type ProbeTask = {
  region: string;
  dueAt: number;
  reason: ProbeReason;
  requestId: string | null;
  onPhase?: (phase: Phase) => void;
};

const TIMEOUT_MS = 10_000;
const surfaceOf = createSurfaceOnce();

/** Probes one target, and says what of it may be believed. */
export async function probeOne(
  { guard, trust, clock, metrics, log, signal }: ProbeOneDeps,
  { region, dueAt, reason, requestId, onPhase }: ProbeTask,
  { workspaceId, serverId, target, alternateClient }: LoadedTarget,
): Promise<RecordedProbe> {
  const seen = await probe({ ...target, timeoutMs: TIMEOUT_MS }, { guard, signal, onPhase });
  seen.startedAt += clock.wallShift();
  const { result, suspect } = await trust.weigh({ serverId, url: target.url, reason, result: seen });
  metrics.probes.inc({ region, outcome: result.outcome });
  metrics.probeDuration.observe({ region, outcome: result.outcome }, result.durationMs / 1000);
  log.debug({ serverId, region, outcome: result.outcome, class: result.class }, 'probed');
  const probed = { workspaceId, serverId, scheduledAt: dueAt, reason, requestId, result, suspect };
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
