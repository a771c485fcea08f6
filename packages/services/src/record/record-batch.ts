import type { ProbeReason, ProbeResult } from '@alivemcp/contracts';
import {
  applyRegionReports,
  type CalmQuestion,
  type Db,
  finishProbeRequests,
  insertProbeFailures,
  insertProbeResults,
  listUncalm,
  type NewProbeResult,
  notifyLive,
} from '@alivemcp/db';
import type { CanonicalSurface, CanonicalToolList } from '@alivemcp/drift';
import type { ServiceContext } from '../context.ts';
import { judgeOne } from '../judge/judge-one.ts';
import type { Sighting } from '../judge/sighting.ts';
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
    const isNew = await insertProbeResults(
      tx,
      probes.map((probe) => toRow(region, probe)),
    );
    const fresh = probes.filter((probe) => isNew.has(probe.serverId));
    const trusted = fresh.filter((probe) => !probe.suspect);
    const rows = trusted.map((probe) => toRow(region, probe));
    await storeContents(tx, trusted);
    await insertProbeFailures(
      tx,
      rows.filter((row) => row.class !== null),
    );
    await applyRegionReports(tx, rows);

    const uncalm = await listUncalm(tx, trusted.map(toCalmQuestion), region);
    const byServer = new Map(trusted.map((probe) => [probe.serverId, probe]));
    let transitions = 0;
    for (const target of uncalm) {
      const probe = byServer.get(target.serverId);
      if (await judgeOne(tx, ctx, target, probe ? toSighting(region, probe) : null)) transitions++;
    }

    const requests = probes.flatMap((probe) => (probe.requestId === null ? [] : [probe.requestId]));
    await finishProbeRequests(tx, requests, new Date(ctx.clock.now()));
    await tellProbed(tx, fresh);
    return { recorded: fresh.length, judged: uncalm.length, transitions };
  });
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

const toCalmQuestion = ({ workspaceId, serverId, result, alternate }: RecordedProbe): CalmQuestion => ({
  workspaceId,
  serverId,
  protocol: result.protocol,
  serverVersion: result.serverInfo?.version ?? null,
  thorough: result.truth !== null || alternate !== null,
});

function toRow(
  region: string,
  { workspaceId, serverId, scheduledAt, reason, result, toolList, surface, suspect }: RecordedProbe,
): NewProbeResult {
  return {
    workspaceId,
    serverId,
    region,
    scheduledAt: new Date(scheduledAt).toISOString(),
    reason,
    startedAt: new Date(result.startedAt).toISOString(),
    outcome: result.outcome,
    posture: result.posture,
    class: result.class,
    summary: result.summary,
    durationMs: Math.round(result.durationMs),
    latencyMs: result.latencyMs === null ? null : Math.round(result.latencyMs),
    phases: result.phases,
    protocol: result.protocol,
    toolsHash: toolList?.hash ?? null,
    toolsCount: toolList?.count ?? null,
    surfaceHash: surface?.hash ?? null,
    attempts: result.attempts,
    suspect,
    transcript: result.transcript,
  };
}
