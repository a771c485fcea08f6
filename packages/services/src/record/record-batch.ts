import type { ProbeReason, ProbeResult } from '@alivemcp/contracts';
import {
  type Db,
  finishProbeRequests,
  insertProbeFailures,
  type NewProbeFailure,
  type NewProbeResult,
  notifyLive,
  type RecordedResult,
  recordResults,
} from '@alivemcp/db';
import type { CanonicalSurface, CanonicalToolList } from '@alivemcp/drift';
import type { ServiceContext } from '../context.ts';
import { noteGateAnswers } from '../gate/note-gate-answers.ts';
import { judgeMany } from '../judge/judge-many.ts';
import type { Sighting } from '../judge/sighting.ts';
import { noteCertificates } from '../watchdog/note-certificates.ts';
import { storeContents } from './store-contents.ts';

/** What the prober says of itself to a server; it changes with every change of what a server could answer to. */
const PROBE_PROFILE = '1';

/** One probe as a prober hands it in. Times are epoch ms. */
export type RecordedProbe = {
  workspaceId: string;
  serverId: string;
  scheduledAt: number;
  reason: ProbeReason;
  requestId: string | null;
  result: ProbeResult;
  toolList: CanonicalToolList | null;
  /** What else the server promises; null where the tools were not reached. */
  surface: CanonicalSurface | null;
  /** What another client was shown a moment later, twice alike while we were shown `toolList` before and after; null when not asked. */
  alternate: { clientName: string; toolList: CanonicalToolList } | null;
  /** The prober did not trust itself: recorded, never judged. */
  suspect: boolean;
};

export type RecordSummary = { recorded: number; judged: number; transitions: number };

/**
 * Records what one prober of `region` saw, in one transaction: raw rows, the region's word, and a judgement for each
 * server that is not calm. A result that arrives twice counts once.
 */
export async function recordBatch(
  ctx: ServiceContext,
  region: string,
  probes: RecordedProbe[],
): Promise<RecordSummary> {
  if (probes.length === 0) return { recorded: 0, judged: 0, transitions: 0 };
  return ctx.database.transaction(async (tx) => {
    const fresh: RecordedProbe[] = [];
    let [judged, transitions] = [0, 0];
    for (const round of toRounds(probes)) {
      const recorded = await recordRound(tx, ctx, region, round);
      fresh.push(...recorded.fresh);
      judged += recorded.judged;
      transitions += recorded.transitions;
    }
    await noteGateAnswers(tx, region, fresh);
    const requests = probes.flatMap((probe) => (probe.requestId === null ? [] : [probe.requestId]));
    await finishProbeRequests(tx, requests, new Date(ctx.clock.now()));
    await tellProbed(tx, fresh);
    return { recorded: fresh.length, judged, transitions };
  });
}

/** What came together of one server, as after an outage of ours, is told one after the other, in the order of time. */
function toRounds(probes: RecordedProbe[]): RecordedProbe[][] {
  const rounds: RecordedProbe[][] = [];
  const counts = new Map<string, number>();
  for (const probe of probes.toSorted((a, b) => a.result.startedAt - b.result.startedAt)) {
    const count = counts.get(probe.serverId) ?? 0;
    counts.set(probe.serverId, count + 1);
    const round = rounds[count];
    if (round) round.push(probe);
    else rounds.push([probe]);
  }
  return rounds;
}

async function recordRound(tx: Db, ctx: ServiceContext, region: string, probes: RecordedProbe[]) {
  const results = await recordResults(
    tx,
    probes.map((probe) => toResult(region, probe)),
  );
  const those = (pick: (result: RecordedResult) => boolean) =>
    probes.filter(({ serverId }) => {
      const result = results.get(serverId);
      return result !== undefined && pick(result);
    });
  await insertProbeFailures(
    tx,
    those(({ newFailure }) => newFailure).map((probe) => toFailure(region, probe)),
  );
  await noteCertificates(
    tx,
    region,
    those(({ latest }) => latest),
  );
  const uncalm = those((result) => result.uncalm);
  const past = those(({ latest }) => !latest).filter((probe) => !probe.suspect);
  // What a calm server shows is its baseline, and stored.
  await storeContents(tx, [...uncalm, ...past]);
  const sightings = uncalm.map((probe) => ({ target: probe, sighting: toSighting(region, probe) }));
  const transitions = await judgeMany(tx, ctx, sightings);
  return { fresh: those(() => true), judged: uncalm.length, transitions };
}

async function tellProbed(tx: Db, probes: RecordedProbe[]): Promise<void> {
  const byWorkspace = Map.groupBy(probes, (probe) => probe.workspaceId);
  await notifyLive(
    tx,
    [...byWorkspace].map(([workspaceId, own]) => ({
      workspaceId,
      event: { type: 'probed', serverIds: own.map((probe) => probe.serverId) },
    })),
  );
}

const toSighting = (region: string, { reason, result, toolList, surface, alternate }: RecordedProbe): Sighting => ({
  region,
  reason,
  protocol: result.protocol,
  serverInfo: result.serverInfo,
  toolsHash: toolList?.hash ?? null,
  surfaceHash: surface?.hash ?? null,
  profile: `${PROBE_PROFILE} ${result.posture}`,
  alternate: alternate && { clientName: alternate.clientName, hash: alternate.toolList.hash },
  truth: result.truth,
});

function toResult(
  region: string,
  { workspaceId, serverId, scheduledAt, reason, result, toolList, surface, alternate, suspect }: RecordedProbe,
): NewProbeResult {
  return {
    workspaceId,
    serverId,
    region,
    scheduledAt: new Date(scheduledAt),
    reason,
    startedAt: new Date(result.startedAt),
    outcome: result.outcome,
    posture: result.posture,
    class: result.class,
    summary: result.summary,
    durationMs: Math.round(result.durationMs),
    latencyMs: result.latencyMs === null ? null : Math.round(result.latencyMs),
    phases: result.phases,
    protocol: result.protocol,
    serverVersion: result.serverInfo?.version ?? null,
    toolsHash: toolList?.hash ?? null,
    toolsCount: toolList?.count ?? null,
    surfaceHash: surface?.hash ?? null,
    attempts: result.attempts,
    suspect,
    thorough: result.truth !== null || alternate !== null,
  };
}

function toFailure(
  region: string,
  { workspaceId, serverId, scheduledAt, reason, result }: RecordedProbe,
): NewProbeFailure {
  const { class: failureClass, summary, transcript } = result;
  if (failureClass === null) throw new Error(`the probe of ${serverId} did not fail`);
  return {
    workspaceId,
    serverId,
    region,
    scheduledAt: new Date(scheduledAt),
    reason,
    class: failureClass,
    summary,
    transcript,
  };
}
