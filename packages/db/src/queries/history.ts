import { and, asc, desc, eq, gte, inArray, lte } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { latencyHour, server, transition } from '../schema/index.ts';

/** Whole-probe histograms of several servers, for lists. */
export async function listTotalLatency(db: Db, workspaceId: string, serverIds: string[], from: Date) {
  if (serverIds.length === 0) return [];
  return db
    .select({
      serverId: latencyHour.serverId,
      hour: latencyHour.hour,
      buckets: latencyHour.buckets,
      counts: latencyHour.counts,
    })
    .from(latencyHour)
    .where(
      and(
        eq(latencyHour.workspaceId, workspaceId),
        inArray(latencyHour.serverId, serverIds),
        gte(latencyHour.hour, from),
        eq(latencyHour.phase, 'total'),
      ),
    );
}

/** State changes of several servers since `from`, and the one in force at `from`; ordered by server and sequence. */
export async function listStateChanges(db: Db, workspaceId: string, serverIds: string[], from: Date) {
  if (serverIds.length === 0) return [];
  const columns = {
    serverId: transition.serverId,
    sequence: transition.sequence,
    to: transition.to,
    at: transition.at,
  };
  const ofServers = and(eq(transition.workspaceId, workspaceId), inArray(transition.serverId, serverIds));
  const before = await db
    .selectDistinctOn([transition.serverId], columns)
    .from(transition)
    .where(and(ofServers, lte(transition.at, from)))
    .orderBy(transition.serverId, desc(transition.sequence));
  const since = await db
    .select(columns)
    .from(transition)
    .where(and(ofServers, gte(transition.at, from)))
    .orderBy(asc(transition.serverId), asc(transition.sequence));
  const seen = new Set(since.map((row) => `${row.serverId}/${row.sequence}`));
  return [...before.filter((row) => !seen.has(`${row.serverId}/${row.sequence}`)), ...since];
}

/** When these servers were registered; those of another workspace are left out. */
export async function listCreationTimes(db: Db, workspaceId: string, serverIds: string[]) {
  if (serverIds.length === 0) return [];
  return db
    .select({ id: server.id, createdAt: server.createdAt })
    .from(server)
    .where(and(eq(server.workspaceId, workspaceId), inArray(server.id, serverIds)));
}
