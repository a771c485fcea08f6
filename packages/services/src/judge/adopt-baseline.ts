import { type Db, type LockedServer, replaceToolVersion } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import type { ContractSighting } from './judge-contract.ts';
import { loadSnapshot } from './load-snapshot.ts';

/** Hashes of what drift is held against; `surface` is null until one was seen. */
export type Baseline = { tools: string; surface: string | null };

/** Makes a contract the baseline, and a tool list that is new the next version of the tools. Returns the moment, epoch ms. */
export async function adoptBaseline(
  tx: Db,
  ctx: ServiceContext,
  { state }: LockedServer,
  { protocol, serverInfo, profile }: ContractSighting,
  next: Baseline,
): Promise<number> {
  const now = ctx.clock.now();
  const at = new Date(now);
  const version = { era: protocol.era, serverVersion: serverInfo?.version ?? null };
  const isNewList = next.tools !== state.toolsHash || protocol.era !== state.toolsEra;
  const patch: Partial<typeof state> = {
    toolsHash: next.tools,
    toolsEra: version.era,
    toolsProfile: profile,
    toolsVersion: version.serverVersion,
    surfaceHash: next.surface,
  };
  if (isNewList) {
    const { count } = await loadSnapshot(tx, state.workspaceId, next.tools);
    Object.assign(patch, { toolsCount: count, toolsChangedAt: at });
    const place = { workspaceId: state.workspaceId, serverId: state.serverId };
    await replaceToolVersion(tx, { ...place, hash: next.tools, ...version, firstSeenAt: at });
  }
  if (isNewList && state.unsettled !== null) patch.unsettled = null;
  Object.assign(state, patch);
  return now;
}
