import { type Db, readSnapshot } from '@alivemcp/db';
import type { CanonicalTool } from '@alivemcp/drift';

export type Snapshot = { tools: CanonicalTool[]; count: number; tokens: number | null };

/** The tool list behind a hash that was reported; throws when it is not stored. */
export async function loadSnapshot(tx: Db, workspaceId: string, hash: string): Promise<Snapshot> {
  const row = await readSnapshot(tx, workspaceId, hash);
  if (!row) throw new Error(`tool list ${hash} is not stored`);
  return { tools: row.tools as CanonicalTool[], count: row.count, tokens: row.tokens };
}
