import { type DriftChange, type EventData, MAX_EVENT_CHANGES } from '@alivemcp/contracts';
import {
  type Db,
  insertDrift,
  type LockedServer,
  readSnapshot,
  replaceToolVersion,
  updateServerState,
} from '@alivemcp/db';
import { agreedToolsHash } from '@alivemcp/domain';
import { type CanonicalTool, diffToolLists, judgeVersion, summarizeChanges, worstClass } from '@alivemcp/drift';
import type { ServiceContext } from '../context.ts';
import { emitEvent } from '../event/emit-event.ts';
import { serverEventData } from '../event/server-event.ts';
import { newId } from '../new-id.ts';
import type { RegionRow } from './region-report.ts';
import type { Sighting } from './sighting.ts';

/**
 * Holds the tool list that the regions agree on against the baseline. The first list, and the first of another era,
 * become the baseline without a word. Returns `confirm` when a new list was seen that no other probe has confirmed yet.
 */
export async function judgeTools(
  tx: Db,
  ctx: ServiceContext,
  locked: LockedServer,
  regions: RegionRow[],
  sighting: Sighting,
): Promise<'settled' | 'confirm'> {
  const { state } = locked;
  const { toolsHash: seen, protocol } = sighting;
  if (seen === null || protocol === null) return 'settled';
  if (state.toolsHash === null || state.toolsEra !== protocol.era) {
    await adoptBaseline(tx, ctx, locked, sighting, seen);
    return 'settled';
  }
  if (seen === state.toolsHash) return 'settled';
  const agreed = agreedToolsHash(regions.map((region) => ({ hash: region.toolsHash, run: region.toolsRun })));
  if (agreed !== seen) {
    // A region that has said so before will not say otherwise for being asked again: one stale edge is not probed twice as often.
    const isNews = regions.some((region) => region.toolsHash === seen && region.toolsRun === 1);
    return isNews && sighting.reason !== 'confirm' ? 'confirm' : 'settled';
  }

  const before = state.toolsHash;
  const witnesses = regions.filter((region) => region.toolsHash === seen).map((region) => region.region);
  const fromVersion = state.toolsVersion;
  const since = await adoptBaseline(tx, ctx, locked, sighting, seen);
  await tellDrift(tx, ctx, locked, { before, after: seen, fromVersion, witnesses, at: since });
  return 'settled';
}

/** Makes a list the baseline. Returns the moment it took over, epoch ms. */
async function adoptBaseline(
  tx: Db,
  ctx: ServiceContext,
  { state }: LockedServer,
  sighting: Sighting,
  hash: string,
): Promise<number> {
  const now = ctx.clock.now();
  const snapshot = await readSnapshot(tx, state.workspaceId, hash);
  if (!snapshot || !sighting.protocol) throw new Error(`tool list ${hash} was reported but not stored`);
  const serverVersion = sighting.serverInfo?.version ?? null;
  const patch = {
    toolsHash: hash,
    toolsCount: snapshot.count,
    toolsEra: sighting.protocol.era,
    toolsVersion: serverVersion,
    toolsChangedAt: new Date(now),
  };
  await replaceToolVersion(tx, {
    workspaceId: state.workspaceId,
    serverId: state.serverId,
    hash,
    era: sighting.protocol.era,
    serverVersion,
    firstSeenAt: patch.toolsChangedAt,
  });
  await updateServerState(tx, state.workspaceId, state.serverId, patch);
  Object.assign(state, patch);
  return now;
}

type Drift = { before: string; after: string; fromVersion: string | null; witnesses: string[]; at: number };

async function tellDrift(tx: Db, ctx: ServiceContext, { state, server }: LockedServer, drift: Drift): Promise<void> {
  const changes = diffToolLists(
    await readTools(tx, state.workspaceId, drift.before),
    await readTools(tx, state.workspaceId, drift.after),
  );
  const driftClass = worstClass(changes) ?? 'cosmetic';
  const row = {
    workspaceId: state.workspaceId,
    id: newId('drift', drift.at),
    serverId: state.serverId,
    at: new Date(drift.at),
    class: driftClass,
    versionVerdict: judgeVersion(driftClass, drift.fromVersion, state.toolsVersion),
    fromHash: drift.before,
    toHash: drift.after,
    fromVersion: drift.fromVersion,
    toVersion: state.toolsVersion,
    regions: drift.witnesses,
    summary: summarizeChanges(changes),
    changes,
  };
  await insertDrift(tx, row);
  const data = serverEventData(ctx, server, {
    sequence: state.sequence,
    dedupKey: row.id,
    status: state.status,
    summary: row.summary,
    drift: driftFacts(row, changes),
  });
  await emitEvent(tx, ctx, { type: 'server.drift', at: drift.at, data });
}

function driftFacts(
  row: { id: string; class: DriftChange['class']; fromHash: string; toHash: string } & Pick<
    NonNullable<EventData['drift']>,
    'versionVerdict'
  >,
  changes: DriftChange[],
): NonNullable<EventData['drift']> {
  return {
    id: row.id,
    class: row.class,
    versionVerdict: row.versionVerdict,
    fromHash: row.fromHash,
    toHash: row.toHash,
    changeCount: changes.length,
    changes: changes.slice(0, MAX_EVENT_CHANGES),
    truncated: changes.length > MAX_EVENT_CHANGES,
  };
}

async function readTools(tx: Db, workspaceId: string, hash: string): Promise<CanonicalTool[]> {
  const snapshot = await readSnapshot(tx, workspaceId, hash);
  if (!snapshot) throw new Error(`tool list ${hash} is not stored`);
  return snapshot.tools as CanonicalTool[];
}
