import { WINDOW_MS } from '@alivemcp/contracts';
import { listTotalLatency } from '@alivemcp/db';
import { mergeHistograms, percentileMs } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';

const P95 = 0.95;

/** 95th percentile of good probes over 24 h, in whole ms, for several servers; null without any. */
export async function readP95(
  ctx: Pick<ServiceContext, 'database' | 'clock'>,
  workspaceId: string,
  serverIds: string[],
): Promise<Map<string, number | null>> {
  const from = new Date(ctx.clock.now() - WINDOW_MS['24h']);
  const rows = await listTotalLatency(ctx.database.db, workspaceId, serverIds, from);
  const byServer = Map.groupBy(rows, (row) => row.serverId);
  return new Map(serverIds.map((id) => [id, percentileMs(mergeHistograms(byServer.get(id) ?? []), P95)]));
}
