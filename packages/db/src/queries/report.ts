import type { ServerStatus } from '@alivemcp/contracts';
import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { incident, server } from '../schema/index.ts';

/** All servers of a workspace, or one of them. */
export type ReportScope = { workspaceId: string; serverId: string | undefined };

const instantOf = (at: Date) => sql`${at.toISOString()}::timestamptz`;
/** For `s`, the server. */
const isInScope = ({ workspaceId, serverId }: ReportScope) =>
  sql`s.workspace_id = ${workspaceId} ${serverId === undefined ? sql`` : sql`and s.id = ${serverId}`}`;

/** What a report has a row for, by name. */
export async function listReportServers(db: Db, { workspaceId, serverId }: ReportScope) {
  return db
    .select({ id: server.id, name: server.name, createdAt: server.createdAt })
    .from(server)
    .where(and(eq(server.workspaceId, workspaceId), serverId === undefined ? undefined : eq(server.id, serverId)))
    .orderBy(asc(server.name), asc(server.id));
}

/** State changes between two times, and before them the one in force at `from`; in order for each server. `at` is epoch ms. */
export async function listStateChangesWithin(db: Db, scope: ReportScope, from: Date, to: Date) {
  const { rows } = await db.execute<{ serverId: string; to: ServerStatus; at: number }>(sql`
    select s.id as "serverId", t.to_status as "to", (extract(epoch from t.at) * 1000)::float8 as at
    from server s cross join lateral (
      (select to_status, at, sequence from transition
       where workspace_id = s.workspace_id and server_id = s.id and at < ${instantOf(from)}
       order by at desc, sequence desc limit 1)
      union all
      select to_status, at, sequence from transition
      where workspace_id = s.workspace_id and server_id = s.id and at >= ${instantOf(from)} and at < ${instantOf(to)}
    ) t
    where ${isInScope(scope)} order by s.id, t.sequence`);
  return rows;
}

/** Automatic incidents of servers that were down, by when they began. */
export async function listOutages(db: Db, { workspaceId, serverId }: ReportScope, from: Date, to: Date) {
  return db
    .select({
      serverId: incident.serverId,
      openedAt: incident.openedAt,
      detectedAt: incident.detectedAt,
      resolvedAt: incident.resolvedAt,
    })
    .from(incident)
    .where(
      and(
        eq(incident.workspaceId, workspaceId),
        serverId === undefined ? undefined : eq(incident.serverId, serverId),
        eq(incident.kind, 'down'),
        gte(incident.openedAt, from),
        lt(incident.openedAt, to),
      ),
    );
}

export type MergedRollup = {
  serverId: string;
  up: number;
  degraded: number;
  down: number;
  buckets: number[];
  counts: number[];
};

/**
 * Whole probes of each server between two times, added up over regions: how they ended, and one histogram of all. Read from days
 * before `hoursFrom` and from hours since; a server without any is left out.
 */
export async function mergeRollups(
  db: Db,
  scope: ReportScope,
  span: { from: Date; hoursFrom: Date; to: Date },
): Promise<MergedRollup[]> {
  const [from, hoursFrom, to] = [instantOf(span.from), instantOf(span.hoursFrom), instantOf(span.to)];
  const { rows } = await db.execute<MergedRollup>(sql`
    with rollup as (
      select r.server_id, r.up, r.degraded, r.down, r.buckets, r.counts
      from server s join latency_day r on r.workspace_id = s.workspace_id and r.server_id = s.id
      where ${isInScope(scope)} and r.phase = 'total' and r.day >= ${from} and r.day < least(${hoursFrom}, ${to})
      union all
      select r.server_id, r.up, r.degraded, r.down, r.buckets, r.counts
      from server s join latency_hour r on r.workspace_id = s.workspace_id and r.server_id = s.id
      where ${isInScope(scope)} and r.phase = 'total' and r.hour >= greatest(${hoursFrom}, ${from}) and r.hour < ${to}
    ), outcome as (
      select server_id, sum(up)::float8 as up, sum(degraded)::float8 as degraded, sum(down)::float8 as down
      from rollup group by server_id
    ), hit as (
      select server_id, bucket, sum(hits)::float8 as hits
      from rollup, unnest(buckets, counts) as sample(bucket, hits) group by server_id, bucket
    ), histogram as (
      select server_id, array_agg(bucket order by bucket) as buckets, array_agg(hits order by bucket) as counts
      from hit group by server_id
    )
    select server_id as "serverId", up, degraded, down, coalesce(buckets, '{}') as buckets, coalesce(counts, '{}') as counts
    from outcome left join histogram using (server_id)`);
  return rows;
}
