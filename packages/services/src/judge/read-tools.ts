import { type Db, readSnapshot } from '@alivemcp/db';
import type { CanonicalTool } from '@alivemcp/drift';

/** The canonical tools behind a hash; throws when they are not stored. */
export async function readTools(tx: Db, workspaceId: string, hash: string): Promise<CanonicalTool[]> {
  const snapshot = await readSnapshot(tx, workspaceId, hash);
  if (!snapshot) throw new Error(`tool list ${hash} is not stored`);
  return snapshot.tools as CanonicalTool[];
}
