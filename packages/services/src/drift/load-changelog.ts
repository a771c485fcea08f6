import type { Drift } from '@alivemcp/contracts';
import { type Db, listDriftRows } from '@alivemcp/db';
import { toDrift } from './to-drift.ts';

/** The newest changes of a server, newest first, and whether they are all. */
export async function loadChangelog(
  db: Db,
  workspaceId: string,
  serverId: string,
  limit: number,
): Promise<{ drifts: Drift[]; complete: boolean }> {
  const rows = await listDriftRows(db, workspaceId, serverId, { after: null, limit: limit + 1 });
  return { drifts: rows.slice(0, limit).map(toDrift), complete: rows.length <= limit };
}
