import {
  DRIFT_CLASSES,
  type DriftClass,
  type EventData,
  MAX_EVENT_CHANGES,
  type ToolRemoval,
} from '@alivemcp/contracts';
import { type Db, type DriftRow, insertDrift, listRegions, readSurface } from '@alivemcp/db';
import {
  diffSurfaces,
  diffToolLists,
  findRisks,
  findSurfaceRisks,
  joinChanges,
  judgeVersion,
  MAX_RISKS,
  summarizeChanges,
  worstClass,
} from '@alivemcp/drift';
import type { ServiceContext } from '../context.ts';
import { serverEventData } from '../event/server-event.ts';
import { newId } from '../new-id.ts';
import type { Judging } from './judging.ts';
import { loadSnapshot } from './load-snapshot.ts';

type Past = { tools: string; surface: string | null; version: string | null };

const MAX_EVENT_CAUTIONS = 10;
/** What `acceptedBy` says where the owner lets changes of this class pass. */
const BY_RULE = 'rule';

/**
 * Records the change from `before` to the present baseline and tells it; a change without content is none. During an announced
 * maintenance the word is held back, not the record.
 */
export async function tellDrift(
  tx: Db,
  ctx: ServiceContext,
  judging: Judging,
  { before, removals, at }: { before: Past; removals: ToolRemoval[]; at: number },
): Promise<void> {
  const { state, server } = judging;
  const { workspaceId, serverId } = state;
  const found = await compare(tx, workspaceId, before, {
    tools: state.toolsHash ?? before.tools,
    surface: state.surfaceHash,
  });
  const driftClass = worstClass(found.changes);
  if (driftClass === null) return;
  const regions = await listRegions(tx, workspaceId, serverId);
  const isWitness = (region: (typeof regions)[number]) =>
    region.toolsHash === state.toolsHash && region.surfaceHash === state.surfaceHash;
  const row = {
    workspaceId,
    id: newId('drift', at),
    serverId,
    at: new Date(at),
    class: driftClass,
    versionVerdict: judgeVersion(driftClass, before.version, state.toolsVersion),
    fromHash: before.tools,
    toHash: state.toolsHash ?? before.tools,
    fromVersion: before.version,
    toVersion: state.toolsVersion,
    regions: regions.filter(isWitness).map(({ region }) => region),
    summary: summarizeChanges(found.changes),
    ...found,
    removals,
    told: state.status !== 'maintenance',
    ...(isAccepted(driftClass, server.autoAccept) && { acceptedAt: new Date(at), acceptedBy: BY_RULE }),
  };
  const stored = await insertDrift(tx, row);
  if (stored.told) emitDrift(ctx, judging, stored);
}

/** Tells a recorded drift. */
export function emitDrift(ctx: ServiceContext, { state, server, news }: Judging, row: DriftRow): void {
  const data = serverEventData(ctx, server, {
    sequence: state.sequence,
    dedupKey: row.id,
    status: state.status,
    summary: row.summary,
    drift: driftFacts(row),
  });
  news.push({ event: { type: 'server.drift', at: row.at.getTime(), data }, audience: { kind: 'subscribed' } });
}

const isAccepted = (driftClass: DriftClass, upTo: DriftClass | null): boolean =>
  upTo !== null && DRIFT_CLASSES.indexOf(driftClass) >= DRIFT_CLASSES.indexOf(upTo);

async function compare(tx: Db, workspaceId: string, from: Past, to: { tools: string; surface: string | null }) {
  const was = await loadSnapshot(tx, workspaceId, from.tools);
  const is = from.tools === to.tools ? was : await loadSnapshot(tx, workspaceId, to.tools);
  const surfaces = await readSurfaces(tx, workspaceId, from.surface, to.surface);
  return {
    changes: joinChanges(
      was === is ? [] : diffToolLists(was.tools, is.tools),
      surfaces ? diffSurfaces(...surfaces) : [],
    ),
    risks: [
      ...(was === is ? [] : findRisks(was.tools, is.tools)),
      ...(surfaces ? findSurfaceRisks(...surfaces) : []),
    ].slice(0, MAX_RISKS),
    tokensBefore: was.tokens,
    tokensAfter: is.tokens,
  };
}

/** Both surfaces, where there are two and they differ. */
async function readSurfaces(tx: Db, workspaceId: string, from: string | null, to: string | null) {
  if (from === null || to === null || from === to) return null;
  const [was, is] = [await readSurface(tx, workspaceId, from), await readSurface(tx, workspaceId, to)];
  if (!was || !is) throw new Error(`surface ${was ? to : from} is not stored`);
  return [was, is] as const;
}

function driftFacts(row: DriftRow): NonNullable<EventData['drift']> {
  const { changes } = row;
  return {
    id: row.id,
    class: row.class,
    versionVerdict: row.versionVerdict,
    fromHash: row.fromHash,
    toHash: row.toHash,
    accepted: row.acceptedAt !== null,
    changeCount: changes.length,
    changes: changes.slice(0, MAX_EVENT_CHANGES),
    truncated: changes.length > MAX_EVENT_CHANGES,
    risks: row.risks.slice(0, MAX_EVENT_CAUTIONS),
    removals: row.removals.slice(0, MAX_EVENT_CAUTIONS),
  };
}
