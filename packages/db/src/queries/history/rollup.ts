import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../../database.ts';
import { PHASE_STEP, PHASES_BY_CODE } from '../../schema/check-codes.ts';
import { latencyBucketSql } from './buckets.ts';

/** A region over a stretch of time; `to` is not in it. */
export type Stretch = { region: string; from: Date; to: Date };

const instantOf = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/** How many ended how, for `group by`. */
const OUTCOMES = sql`
  count(*) filter (where outcome = 'up' and not suspect)::int as up,
  count(*) filter (where outcome = 'degraded' and not suspect)::int as degraded,
  count(*) filter (where outcome = 'down' and not suspect)::int as down,
  count(*) filter (where outcome = 'unknown' or suspect)::int as unknown`;
const IS_GOOD = sql`outcome = 'up' and not suspect and latency_ms is not null`;

const STEP = sql.raw(String(PHASE_STEP));
const PHASE_NAMES = sql.raw(`(array['${PHASES_BY_CODE.join("','")}'])`);

/** Raw results of a stretch, from the table or from a day that was taken out of it. */
export const rawChecks = (stretch: Stretch, table = 'probe_result'): SQL => sql`
  select p.* from ${sql.raw(table)} p
  where p.scheduled_at >= ${instantOf(stretch.from)} and p.scheduled_at < ${instantOf(stretch.to)}
    and p.region = ${stretch.region}`;

/** With the names of their servers; without results of servers that are gone. */
const ofServers = (checks: SQL): SQL => sql`
  select s.workspace_id, s.id as server_id, c.region, c.scheduled_at, c.outcome, c.suspect, c.latency_ms, c.phases
  from (${checks}) c join server s on s.number = c.server_number`;

/** Computes the five minutes of a stretch from raw results. Of one UTC day, whose partition is there. */
export async function computeFiveMinutes(tx: Db, stretch: Stretch): Promise<void> {
  const bin = sql`date_bin('5 minutes', scheduled_at, 'epoch')`;
  await tx.execute(sql`
    with checks as (${ofServers(rawChecks(stretch))}),
    seen as (
      select workspace_id, server_id, region, ${bin} as at, ${OUTCOMES} from checks group by 1, 2, 3, 4
    ), hit as (
      select workspace_id, server_id, region, ${bin} as at, ${latencyBucketSql(sql`latency_ms::float8`)} as bucket,
        count(*)::int as hits
      from checks where ${IS_GOOD} group by 1, 2, 3, 4, 5
    ), histogram as (
      select workspace_id, server_id, region, at, array_agg(bucket order by bucket) as buckets,
        array_agg(hits order by bucket) as counts
      from hit group by 1, 2, 3, 4
    )
    insert into rollup_5min as r
      (workspace_id, server_id, region, at, up, degraded, down, unknown, buckets, counts)
    select workspace_id, server_id, region, at, up, degraded, down, unknown,
      coalesce(buckets, '{}'), coalesce(counts, '{}')
    from seen left join histogram using (workspace_id, server_id, region, at)
    on conflict (workspace_id, server_id, at, region) do update set ${NEW_FIGURES}
    where ${IS_NEWS}`);
}

/** Computes hours, by phase, from `checks`: a query that gives rows as those of `probe_result`, of whole hours. */
export async function computeHours(tx: Db, checks: SQL): Promise<void> {
  await tx.execute(sql`
    with checks as (
      select c.*, date_trunc('hour', scheduled_at, 'UTC') as hour from (${ofServers(checks)}) c
    ), seen as (
      select workspace_id, server_id, region, hour, 'total' as phase, ${OUTCOMES} from checks group by 1, 2, 3, 4
    ), sample as (
      select workspace_id, server_id, region, hour, 'total' as phase, latency_ms::float8 as ms from checks where ${IS_GOOD}
      union all
      select workspace_id, server_id, region, hour, ${PHASE_NAMES}[phase % ${STEP} / 2 + 1], phase / ${STEP} / 10.0::float8
      from checks, unnest(phases) phase where ${IS_GOOD}
    ), hit as (
      select workspace_id, server_id, region, hour, phase, ${latencyBucketSql(sql`ms`)} as bucket, count(*)::int as hits
      from sample group by 1, 2, 3, 4, 5, 6
    ), histogram as (
      select workspace_id, server_id, region, hour, phase, array_agg(bucket order by bucket) as buckets,
        array_agg(hits order by bucket) as counts
      from hit group by 1, 2, 3, 4, 5
    )
    insert into latency_hour as r
      (workspace_id, server_id, region, hour, phase, up, degraded, down, unknown, buckets, counts)
    select workspace_id, server_id, region, hour, phase, coalesce(up, 0), coalesce(degraded, 0), coalesce(down, 0),
      coalesce(unknown, 0), coalesce(buckets, '{}'), coalesce(counts, '{}')
    from seen full join histogram using (workspace_id, server_id, region, hour, phase)
    on conflict (workspace_id, server_id, hour, region, phase) do update set ${NEW_FIGURES}
    where ${IS_NEWS}`);
}

/** Adds hours up to days. The stretch is of whole UTC days. */
export async function computeDays(tx: Db, stretch: Stretch): Promise<void> {
  await tx.execute(sql`
    with hours as (
      select h.*, date_trunc('day', hour, 'UTC') as day from latency_hour h
      where hour >= ${instantOf(stretch.from)} and hour < ${instantOf(stretch.to)} and region = ${stretch.region}
    ), seen as (
      select workspace_id, server_id, region, day, phase, sum(up)::int as up, sum(degraded)::int as degraded,
        sum(down)::int as down, sum(unknown)::int as unknown
      from hours group by 1, 2, 3, 4, 5
    ), hit as (
      select workspace_id, server_id, region, day, phase, bucket, sum(hits)::int as hits
      from hours, unnest(buckets, counts) as sample(bucket, hits) group by 1, 2, 3, 4, 5, 6
    ), histogram as (
      select workspace_id, server_id, region, day, phase, array_agg(bucket order by bucket) as buckets,
        array_agg(hits order by bucket) as counts
      from hit group by 1, 2, 3, 4, 5
    )
    insert into latency_day as r
      (workspace_id, server_id, region, day, phase, up, degraded, down, unknown, buckets, counts)
    select workspace_id, server_id, region, day, phase, up, degraded, down, unknown,
      coalesce(buckets, '{}'), coalesce(counts, '{}')
    from seen left join histogram using (workspace_id, server_id, region, day, phase)
    on conflict (workspace_id, server_id, day, region, phase) do update set ${NEW_FIGURES}
    where ${IS_NEWS}`);
}

const NEW_FIGURES = sql`up = excluded.up, degraded = excluded.degraded, down = excluded.down,
  unknown = excluded.unknown, buckets = excluded.buckets, counts = excluded.counts`;
/** A bucket that comes out as before is not written again. */
const IS_NEWS = sql`(r.up, r.degraded, r.down, r.unknown, r.buckets, r.counts) is distinct from
  (excluded.up, excluded.degraded, excluded.down, excluded.unknown, excluded.buckets, excluded.counts)`;
