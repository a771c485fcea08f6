import { and, desc, eq, gte, inArray, isNotNull, lte } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { probeResult, serverState, transition } from '../schema/index.ts';
import type { TargetRef } from './dispatch.ts';

const MAX_SAMPLES = 2_000;

/** Latencies (ms) of good probes of a server since a moment, from all regions. */
export async function listRecentLatencies(
  db: Db,
  workspaceId: string,
  serverId: string,
  since: Date,
): Promise<number[]> {
  const rows = await db
    .select({ ms: probeResult.latencyMs })
    .from(probeResult)
    .where(
      and(
        eq(probeResult.workspaceId, workspaceId),
        eq(probeResult.serverId, serverId),
        gte(probeResult.scheduledAt, since),
        eq(probeResult.outcome, 'up'),
        eq(probeResult.suspect, false),
        isNotNull(probeResult.latencyMs),
      ),
    )
    .orderBy(desc(probeResult.scheduledAt))
    .limit(MAX_SAMPLES);
  return rows.flatMap(({ ms }) => (ms === null ? [] : [ms]));
}

/** When a server last became up, degraded or down, newest first. */
export async function listRecentChanges(db: Db, workspaceId: string, serverId: string, since: Date): Promise<Date[]> {
  const rows = await db
    .select({ decidedAt: transition.decidedAt })
    .from(transition)
    .where(
      and(
        eq(transition.workspaceId, workspaceId),
        eq(transition.serverId, serverId),
        gte(transition.at, since),
        inArray(transition.to, ['up', 'degraded', 'down']),
      ),
    )
    .orderBy(desc(transition.sequence));
  return rows.map((row) => row.decidedAt);
}

/** Servers of all workspaces that flap and whose state has not changed since `calmSince`. */
export async function listCalmedServers(db: Db, calmSince: Date, limit: number): Promise<TargetRef[]> {
  return db
    .select({ workspaceId: serverState.workspaceId, serverId: serverState.serverId })
    .from(serverState)
    .where(and(isNotNull(serverState.flappingSince), lte(serverState.since, calmSince)))
    .limit(limit);
}
