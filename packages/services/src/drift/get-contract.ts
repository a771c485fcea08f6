import type { ContractReport } from '@alivemcp/contracts';
import {
  countOpenDrifts,
  findServer,
  listDeprecations,
  listRegionsOfServers,
  listVerdicts,
  readSurface,
} from '@alivemcp/db';
import { versionScore } from '@alivemcp/drift';
import type { Scope, ServiceContext } from '../context.ts';
import { isoOrNull } from '../iso-time.ts';
import { found } from '../not-found.ts';
import { loadInconsistencies } from './load-inconsistencies.ts';
import { toDeprecatedTool } from './to-deprecated-tool.ts';

/** Older changes say little about how a server is kept today. */
const MAX_VERDICTS = 200;

/** How a server keeps its promises: versions, deprecations, lists that differ, and what it promises besides its tools. */
export async function getContract(ctx: ServiceContext, scope: Scope, serverId: string): Promise<ContractReport> {
  const { db } = ctx.database;
  const { workspaceId } = scope;
  const { state } = found(await findServer(db, workspaceId, serverId), 'server');
  const regions = await listRegionsOfServers(db, workspaceId, [serverId]);
  const [[open], verdicts, deprecations, inconsistencies, surface] = await Promise.all([
    countOpenDrifts(db, workspaceId, [serverId]),
    listVerdicts(db, workspaceId, serverId, MAX_VERDICTS),
    listDeprecations(db, workspaceId, serverId),
    loadInconsistencies(db, state, regions),
    state.surfaceHash === null ? null : readSurface(db, workspaceId, state.surfaceHash),
  ]);
  return {
    openDrifts: open?.count ?? 0,
    versions: versionScore(verdicts),
    deprecated: deprecations.map(toDeprecatedTool),
    inconsistencies,
    truth: state.truth ?? [],
    truthCheckedAt: isoOrNull(state.truthCheckedAt),
    surface,
  };
}
