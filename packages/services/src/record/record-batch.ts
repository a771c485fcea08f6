import type { ProbeReason, ProbeResult } from '@alivemcp/contracts';
import {
  applyRegionReports,
  type Db,
  finishProbeRequests,
  insertProbeFailures,
  insertProbeResults,
  insertToolSnapshots,
  listKnownSnapshots,
  listUncalm,
  type NewProbeResult,
  notifyLive,
} from '@alivemcp/db';
import type { CanonicalToolList } from '@alivemcp/drift';
import type { ServiceContext } from '../context.ts';
import { judgeOne } from '../judge/judge-one.ts';
import type { Sighting } from '../judge/sighting.ts';

/** One probe as a prober hands it in. Times are epoch ms. */
export type RecordedProbe = {
  workspaceId: string;
  serverId: string;
  scheduledAt: number;
  reason: ProbeReason;
  requestId: string | null;
  result: ProbeResult;
  toolList: CanonicalToolList | null;
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
    await storeToolLists(tx, trusted);
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
      if (await judgeOne(tx, ctx, target, probe ? toSighting(probe) : null)) transitions++;
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

async function storeToolLists(tx: Db, probes: RecordedProbe[]): Promise<void> {
  const lists = new Map<string, { workspaceId: string; list: CanonicalToolList }>();
  for (const { workspaceId, toolList } of probes) {
    if (toolList) lists.set(`${workspaceId}/${toolList.hash}`, { workspaceId, list: toolList });
  }
  const known = await listKnownSnapshots(
    tx,
    [...lists.values()].map(({ workspaceId, list }) => ({ workspaceId, hash: list.hash })),
  );
  const missing = [...lists].filter(([key]) => !known.has(key)).map(([, entry]) => entry);
  await insertToolSnapshots(
    tx,
    missing.map(({ workspaceId, list }) => ({
      workspaceId,
      hash: list.hash,
      algorithm: list.algorithm,
      contractHash: list.contractHash,
      presentationHash: list.presentationHash,
      count: list.count,
      tools: list.tools,
    })),
  );
}

const toSighting = ({ reason, result, toolList }: RecordedProbe): Sighting => ({
  reason,
  protocol: result.protocol,
  serverInfo: result.serverInfo,
  toolsHash: toolList?.hash ?? null,
});

const toCalmQuestion = ({ workspaceId, serverId, result }: RecordedProbe) => ({
  workspaceId,
  serverId,
  protocol: result.protocol,
  serverVersion: result.serverInfo?.version ?? null,
});

function toRow(
  region: string,
  { workspaceId, serverId, scheduledAt, reason, result, toolList, suspect }: RecordedProbe,
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
    attempts: result.attempts,
    suspect,
    transcript: result.transcript,
  };
}
