import { and, desc, eq, gte, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { drift, latencyHour, server, serverState, workspace } from '../schema/index.ts';
import type { ServerWithState } from './server.ts';

export type PublicServerRow = ServerWithState & { workspace: typeof workspace.$inferSelect };

/** A server by its slug, of whatever workspace; null when there is none or its owner keeps it private. */
export async function findPublicServer(db: Db, slug: string): Promise<PublicServerRow | null> {
  const [row] = await db
    .select({ server, state: serverState, workspace })
    .from(server)
    .innerJoin(workspace, eq(workspace.id, server.workspaceId))
    .innerJoin(serverState, and(eq(serverState.workspaceId, server.workspaceId), eq(serverState.serverId, server.id)))
    .where(and(eq(server.slug, slug), eq(server.public, true)));
  return row ?? null;
}

export async function findLastDriftAt(db: Db, workspaceId: string, serverId: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: drift.at })
    .from(drift)
    .where(and(eq(drift.workspaceId, workspaceId), eq(drift.serverId, serverId)))
    .orderBy(desc(drift.at))
    .limit(1);
  return row?.at ?? null;
}

/**
 * Latency of good probes since several instants at once, as one histogram each: rows of bucket and hits, hits in the order
 * of `since`, buckets ascending. Summed where the rows are: 90 days of hours stay in the database.
 */
export async function sumTotalLatency(
  db: Db,
  workspaceId: string,
  serverId: string,
  since: Date[],
): Promise<{ bucket: number; hits: number[] }[]> {
  const earliest = new Date(Math.min(...since.map(Number)));
  const hits = since.map((at) => sql`coalesce(sum(hits) filter (where hour >= ${at.toISOString()}::timestamptz), 0)`);
  const { rows } = await db.execute<{ bucket: number; hits: number[] }>(sql`
    select bucket::int as bucket, jsonb_build_array(${sql.join(hits, sql`, `)}) as hits
    from ${latencyHour}, unnest(${latencyHour.buckets}, ${latencyHour.counts}) as sample(bucket, hits)
    where ${and(
      eq(latencyHour.workspaceId, workspaceId),
      eq(latencyHour.serverId, serverId),
      eq(latencyHour.phase, 'total'),
      gte(latencyHour.hour, earliest),
    )}
    group by bucket order by bucket`);
  return rows;
}
