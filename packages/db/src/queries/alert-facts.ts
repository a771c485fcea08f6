import { sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import type { TargetRef } from './dispatch.ts';

/** So many good probes say what is normal. */
const MAX_GOOD = 50;
const MIN_WINDOW_S = 3_600;
const INTERVALS = 20;

export type AlertFacts = {
  /** Of the newest good probe of the last hour, or of twenty intervals where those are longer; null when there is none. */
  lastGoodAt: Date | null;
  /** What good probes of that time took. */
  normalMs: number[];
  /** What the regions measured last; those without an answer are left out. */
  latestMs: number[];
};

/** What alerts about servers say about the time before them. */
export async function listAlertFacts(db: Db, refs: readonly TargetRef[], now: number): Promise<AlertFacts[]> {
  if (refs.length === 0) return [];
  const { rows } = await db.execute<Omit<AlertFacts, 'lastGoodAt'> & { lastGoodAt: string | null }>(sql`
    select good.last_at as "lastGoodAt", coalesce(good.latencies, '{}') as "normalMs",
      coalesce(latest.latencies, '{}') as "latestMs"
    from unnest(${sql.param(refs.map((ref) => ref.workspaceId))}::text[], ${sql.param(refs.map((ref) => ref.serverId))}::text[])
      with ordinality as ref(workspace_id, server_id, place)
    cross join lateral (
      select max(interval_s) as longest_s, array_agg(latency_ms) filter (where latency_ms is not null) as latencies
      from server_region r where r.workspace_id = ref.workspace_id and r.server_id = ref.server_id and r.active) latest
    cross join lateral (
      select max(started_at) as last_at, array_agg(latency_ms) filter (where latency_ms is not null) as latencies from (
        select started_at, latency_ms from probe_result p
        where p.server_number = (select number from server s where s.workspace_id = ref.workspace_id and s.id = ref.server_id)
          and p.scheduled_at >= ${new Date(now).toISOString()}::timestamptz
            - greatest(${MIN_WINDOW_S}::int, coalesce(latest.longest_s, 0) * ${INTERVALS}::int) * interval '1 second'
          and p.outcome = 'up' and not p.suspect
        order by p.scheduled_at desc limit ${MAX_GOOD}) newest) good
    order by ref.place`);
  return rows.map((row) => ({ ...row, lastGoodAt: row.lastGoodAt === null ? null : new Date(row.lastGoodAt) }));
}
