import type { FailureClass, Outcome } from '@alivemcp/contracts';
import { and, desc, eq, gte, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { serverState, transition } from '../schema/index.ts';
import type { TargetRef } from './dispatch.ts';

const MAX_SAMPLES = 2_000;

/** What a recent probe found. */
export type RecentCheck = { region: string; outcome: Outcome; class: FailureClass | null; latencyMs: number | null };

/** Probes since a moment that are to be believed, from all regions, newest first, by server id. */
export async function listRecentChecks(
  db: Db,
  wanted: readonly (TargetRef & { since: Date })[],
): Promise<Map<string, RecentCheck[]>> {
  if (wanted.length === 0) return new Map();
  const { rows } = await db.execute<{ serverId: string; checks: RecentCheck[] }>(sql`
    select w."serverId", recent.checks
    from json_to_recordset(${JSON.stringify(wanted)}::json) as w("workspaceId" text, "serverId" text, since timestamptz)
    join server s on s.workspace_id = w."workspaceId" and s.id = w."serverId"
    cross join lateral (
      select json_agg(json_build_object('region', region, 'outcome', outcome, 'class', nullif(class, ''),
        'latencyMs', latency_ms)) as checks
      from (
        select * from probe_result r
        where r.server_number = s.number and r.scheduled_at >= w.since and not r.suspect
        order by r.scheduled_at desc limit ${MAX_SAMPLES}) newest) recent
    where recent.checks is not null`);
  return new Map(rows.map(({ serverId, checks }) => [serverId, checks]));
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
