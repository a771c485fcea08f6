import { and, asc, desc, eq, gte, inArray, lt, lte, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { latencyHour, server, transition } from '../schema/index.ts';

/** Recomputes the latency histograms of whole hours from raw results: late results only need another run. */
export async function closeLatencyHours(db: Db, fromHour: Date, toHour: Date): Promise<void> {
  await db.execute(sql`
    with good as (
      select p.* from probe_result p
      join server s on s.workspace_id = p.workspace_id and s.id = p.server_id
      where p.scheduled_at >= ${fromHour.toISOString()} and p.scheduled_at < ${toHour.toISOString()}
        and p.outcome = 'up' and not p.suspect and p.latency_ms is not null
    ), sample as (
      select workspace_id, server_id, region, scheduled_at, 'total' as phase, latency_ms::float8 as ms from good
      union all
      select workspace_id, server_id, region, scheduled_at, phase ->> 'name', (phase ->> 'ms')::float8
      from good, jsonb_array_elements(phases) phase
    ), bucketed as (
      select workspace_id, server_id, region, date_trunc('hour', scheduled_at, 'UTC') as hour, phase,
        case when ms <= 1 then 0 else least(61, ceil(ln(ms) / ln(1.2))) end::smallint as bucket, count(*)::int as hits
      from sample group by 1, 2, 3, 4, 5, 6
    )
    insert into latency_hour (workspace_id, server_id, region, hour, phase, buckets, counts)
    select workspace_id, server_id, region, hour, phase, array_agg(bucket order by bucket), array_agg(hits order by bucket)
    from bucketed group by 1, 2, 3, 4, 5
    on conflict (workspace_id, server_id, hour, region, phase)
    do update set buckets = excluded.buckets, counts = excluded.counts`);
}

export async function listLatencyHours(db: Db, workspaceId: string, serverId: string, from: Date, to: Date) {
  return db
    .select()
    .from(latencyHour)
    .where(
      and(
        eq(latencyHour.workspaceId, workspaceId),
        eq(latencyHour.serverId, serverId),
        gte(latencyHour.hour, from),
        lt(latencyHour.hour, to),
      ),
    )
    .orderBy(asc(latencyHour.hour));
}

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
