import { and, asc, desc, eq, gte, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import {
  drift,
  incident,
  latencyHour,
  server,
  serverState,
  statusPage,
  statusPageServer,
  workspace,
} from '../schema/index.ts';
import type { DriftRow } from './drift.ts';
import type { IncidentRow } from './incident.ts';

/** A status page by its slug, of whatever workspace; null when there is none or it is not published. */
export async function findPublishedPage(db: Db, slug: string) {
  const [row] = await db
    .select({ page: statusPage, workspace })
    .from(statusPage)
    .innerJoin(workspace, eq(workspace.id, statusPage.workspaceId))
    .where(and(eq(statusPage.slug, slug), eq(statusPage.published, true)));
  return row ?? null;
}

/** The servers on a page, in its order. */
export async function listServersOfPage(db: Db, workspaceId: string, pageId: string) {
  return db
    .select({ place: statusPageServer, server, state: serverState })
    .from(statusPageServer)
    .innerJoin(
      server,
      and(eq(server.workspaceId, statusPageServer.workspaceId), eq(server.id, statusPageServer.serverId)),
    )
    .innerJoin(serverState, and(eq(serverState.workspaceId, server.workspaceId), eq(serverState.serverId, server.id)))
    .where(and(eq(statusPageServer.workspaceId, workspaceId), eq(statusPageServer.pageId, pageId)))
    .orderBy(asc(statusPageServer.position));
}

/** Open incidents of these servers, and those resolved since; the open ones first, then the newest. */
export async function listRecentIncidents(
  db: Db,
  workspaceId: string,
  serverIds: string[],
  resolvedSince: Date,
  limit: number,
): Promise<IncidentRow[]> {
  if (serverIds.length === 0) return [];
  return db
    .select()
    .from(incident)
    .where(
      and(
        eq(incident.workspaceId, workspaceId),
        inArray(incident.serverId, serverIds),
        or(isNull(incident.resolvedAt), gte(incident.resolvedAt, resolvedSince)),
      ),
    )
    .orderBy(sql`${incident.resolvedAt} is not null`, desc(incident.openedAt), desc(incident.id))
    .limit(limit);
}

/** The newest drifts of several servers together, without their changes. */
export async function listRecentDrifts(
  db: Db,
  workspaceId: string,
  serverIds: string[],
  limit: number,
): Promise<Pick<DriftRow, 'id' | 'serverId' | 'at' | 'class' | 'summary'>[]> {
  if (serverIds.length === 0) return [];
  return db
    .select({ id: drift.id, serverId: drift.serverId, at: drift.at, class: drift.class, summary: drift.summary })
    .from(drift)
    .where(and(eq(drift.workspaceId, workspaceId), inArray(drift.serverId, serverIds)))
    .orderBy(desc(drift.at), desc(drift.id))
    .limit(limit);
}

/** When each of these servers last drifted; those that never did are left out. */
export async function listLastDrifts(
  db: Db,
  workspaceId: string,
  serverIds: string[],
): Promise<{ serverId: string; at: Date }[]> {
  if (serverIds.length === 0) return [];
  return db
    .selectDistinctOn([drift.serverId], { serverId: drift.serverId, at: drift.at })
    .from(drift)
    .where(and(eq(drift.workspaceId, workspaceId), inArray(drift.serverId, serverIds)))
    .orderBy(drift.serverId, desc(drift.at));
}

/** Latency of good probes as one histogram a UTC day: rows of day, bucket and count, ascending. Summed where the rows are. */
export async function sumLatencyDays(
  db: Db,
  workspaceId: string,
  serverId: string,
  from: Date,
): Promise<{ day: string; bucket: number; count: number }[]> {
  const { rows } = await db.execute<{ day: string; bucket: number; count: number }>(sql`
    select to_char(hour at time zone 'UTC', 'YYYY-MM-DD') as day, bucket::int as bucket, sum(hits)::int as count
    from ${latencyHour}, unnest(${latencyHour.buckets}, ${latencyHour.counts}) as sample(bucket, hits)
    where ${and(
      eq(latencyHour.workspaceId, workspaceId),
      eq(latencyHour.serverId, serverId),
      eq(latencyHour.phase, 'total'),
      gte(latencyHour.hour, from),
    )}
    group by 1, 2 order by 1, 2`);
  return rows;
}

/** Names of the tools that a server is agreed to have now: the list itself, which may be long, stays in the database. */
export async function listPresentToolNames(db: Db, workspaceId: string, serverId: string): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select tool ->> 'name' as name
    from server_state st
    join tool_snapshot ts on ts.workspace_id = st.workspace_id and ts.hash = st.tools_hash
    cross join jsonb_array_elements(ts.tools) as tool
    where st.workspace_id = ${workspaceId} and st.server_id = ${serverId} and jsonb_typeof(tool -> 'name') = 'string'`);
  return rows.map((row) => row.name);
}
