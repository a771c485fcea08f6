import { type Db, readSnapshot } from '@alivemcp/db';
import type { CanonicalTool } from '@alivemcp/drift';

export type Snapshot = { tools: CanonicalTool[]; count: number; tokens: number | null };

/** What a hash stands for never changes, and the same list is asked for again within a judgement. */
const lately = new Map<string, Snapshot>();
const MOST = 64;

/** The tool list behind a hash that was reported, not to be written to; throws when it is not stored. */
export async function loadSnapshot(tx: Db, workspaceId: string, hash: string): Promise<Snapshot> {
  const key = `${workspaceId}/${hash}`;
  const known = lately.get(key) ?? (await read(tx, workspaceId, hash));
  // Asked for last, forgotten last.
  lately.delete(key);
  lately.set(key, known);
  for (const oldest of lately.keys()) if (lately.size > MOST) lately.delete(oldest);
  return known;
}

async function read(tx: Db, workspaceId: string, hash: string): Promise<Snapshot> {
  const row = await readSnapshot(tx, workspaceId, hash);
  if (!row) throw new Error(`tool list ${hash} is not stored`);
  return { tools: row.tools as CanonicalTool[], count: row.count, tokens: row.tokens };
}
