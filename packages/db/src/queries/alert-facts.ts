import { and, desc, eq, gte } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { probeResult, serverRegion } from '../schema/index.ts';
import { ofServer } from './history/of-server.ts';

/** So many good probes say what is normal. */
const MAX_GOOD = 50;
const MIN_WINDOW_MS = 3_600_000;
const INTERVALS = 20;

export type AlertFacts = {
  /** Newest good probes first; of the last hour, or of twenty intervals where those are longer. */
  good: { at: Date; latencyMs: number | null }[];
  /** What the regions measured last; those without an answer are left out. */
  latenciesMs: number[];
};

/** What an alert says about the time before it. */
export async function readAlertFacts(db: Db, workspaceId: string, serverId: string, now: number): Promise<AlertFacts> {
  const regions = await db
    .select({ intervalS: serverRegion.intervalS, latencyMs: serverRegion.latencyMs })
    .from(serverRegion)
    .where(
      and(
        eq(serverRegion.workspaceId, workspaceId),
        eq(serverRegion.serverId, serverId),
        eq(serverRegion.active, true),
      ),
    );
  const longestMs = Math.max(0, ...regions.map(({ intervalS }) => intervalS * 1_000));
  const good = await db
    .select({ at: probeResult.startedAt, latencyMs: probeResult.latencyMs })
    .from(probeResult)
    .where(
      and(
        ofServer(db, workspaceId, serverId),
        gte(probeResult.scheduledAt, new Date(now - Math.max(MIN_WINDOW_MS, longestMs * INTERVALS))),
        eq(probeResult.outcome, 'up'),
        eq(probeResult.suspect, false),
      ),
    )
    .orderBy(desc(probeResult.scheduledAt))
    .limit(MAX_GOOD);
  return { good, latenciesMs: regions.flatMap(({ latencyMs }) => (latencyMs === null ? [] : [latencyMs])) };
}
