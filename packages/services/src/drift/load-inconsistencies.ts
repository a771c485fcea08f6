import type { InconsistentTools } from '@alivemcp/contracts';
import { countTools, type Db, type ServerRegionRow, type ServerStateRow } from '@alivemcp/db';
import { inconsistencyOf } from '@alivemcp/domain';

type State = Pick<ServerStateRow, 'workspaceId' | 'toolsHash' | 'unsettled' | 'byClient'>;

/** The advisories about several tool lists of a server at once, the baseline first in each. */
export async function loadInconsistencies(
  db: Db,
  state: State,
  regions: Pick<ServerRegionRow, 'region' | 'toolsHash' | 'toolsRun'>[],
): Promise<InconsistentTools[]> {
  const { workspaceId, toolsHash, unsettled, byClient } = state;
  if (toolsHash === null || !(unsettled?.told || byClient)) return [];
  const odd = unsettled?.told ? unsettled.lists : [];
  const hashes = [toolsHash, ...odd.map(({ hash }) => hash), ...(byClient ? [byClient.hash] : [])];
  const counts = await countTools(db, workspaceId, hashes);
  const list = (hash: string, seenIn: string[], clientName: string | null = null) => ({
    hash,
    count: counts.get(hash) ?? null,
    regions: seenIn,
    clientName,
  });
  const baseline = list(
    toolsHash,
    regions.filter((region) => region.toolsHash === toolsHash).map(({ region }) => region),
  );
  const found: InconsistentTools[] = [];
  if (unsettled?.told) {
    found.push({
      kind: inconsistencyOf(regions.map((region) => ({ hash: region.toolsHash, run: region.toolsRun }))),
      since: new Date(unsettled.since).toISOString(),
      lists: [baseline, ...odd.map((entry) => list(entry.hash, entry.regions))],
    });
  }
  if (byClient) {
    found.push({
      kind: 'by_client',
      since: new Date(byClient.since).toISOString(),
      lists: [baseline, list(byClient.hash, [], byClient.clientName)],
    });
  }
  return found;
}
