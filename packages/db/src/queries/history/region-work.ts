import { sql } from 'drizzle-orm';
import type { Db } from '../../database.ts';
import { REASON_LETTERS } from '../../schema/check-codes.ts';
import type { region5min } from '../../schema/index.ts';
import { latencyBucketSql } from './buckets.ts';
import { rawChecks, type Stretch } from './rollup.ts';

export type RegionWork = typeof region5min.$inferSelect;

const FIVE_MINUTES_MS = 300_000;
const STEP = sql.raw(`interval '5 minutes'`);

/**
 * Computes what a region was due, did and left out in the five minutes of a stretch, from raw results and the seconds that
 * engines handled. What would have been due in a second that none handled, since they began to, is counted by who is watched now.
 */
export async function computeRegionWork(tx: Db, stretch: Stretch): Promise<void> {
  const { region } = stretch;
  const from = sql`${stretch.from.toISOString()}::timestamptz`;
  const to = sql`${stretch.to.toISOString()}::timestamptz`;
  await tx.execute(sql`
    with bucket as (
      select at from generate_series(${from}, ${to} - ${STEP}, ${STEP}) as at
    ), handled as (
      select due_at, due from dispatch_tick
      where region = ${region} and due_at >= ${from} - interval '1 minute' and due_at < ${to} + interval '1 minute'
    ), unhandled as (
      select at from generate_series(${from}, ${to} - interval '1 second', '1 second') as at
      where exists (select from dispatch_tick where region = ${region} and due_at < at) and not exists (
        select from handled where due_at between at - interval '6 seconds' and at + interval '6 seconds')
    ), wanted as (
      select due_at as at, due from handled where due_at >= ${from} and due_at < ${to}
      union all
      select u.at, count(*)::int from unhandled u
      join server_region r on r.region = ${region} and r.active and r.slot = mod(extract(epoch from u.at)::bigint, r.interval_s)
      join server s on s.workspace_id = r.workspace_id and s.id = r.server_id and s.created_at <= u.at
      group by 1
    ), due as (
      select date_bin(${STEP}, at, 'epoch') as at, sum(due)::int as due from wanted group by 1
    ), checks as (
      select date_bin(${STEP}, scheduled_at, 'epoch') as at, class, suspect,
        extract(epoch from started_at - scheduled_at) * 1000 as late_ms
      from (${rawChecks(stretch)}) raw where reason = ${REASON_LETTERS.scheduled}
    ), work as (
      select at, count(*) filter (where class <> 'observer.not_run')::int as done,
        count(*) filter (where class = 'observer.not_run')::int as skipped,
        count(*) filter (where suspect and class <> 'observer.not_run')::int as suspect
      from checks group by 1
    ), hit as (
      select at, ${latencyBucketSql(sql`late_ms::float8`)} as bucket, count(*)::int as hits
      from checks where not suspect group by 1, 2
    ), histogram as (
      select at, array_agg(bucket order by bucket) as buckets, array_agg(hits order by bucket) as counts
      from hit group by 1
    )
    insert into region_5min as r (region, at, due, done, skipped, suspect, buckets, counts)
    select ${region}, at, coalesce(due, 0), coalesce(done, 0), coalesce(skipped, 0), coalesce(work.suspect, 0),
      coalesce(buckets, '{}'), coalesce(counts, '{}')
    from bucket left join due using (at) left join work using (at) left join histogram using (at)
    on conflict (region, at) do update set due = excluded.due, done = excluded.done, skipped = excluded.skipped,
      suspect = excluded.suspect, buckets = excluded.buckets, counts = excluded.counts`);
}

/** Computes the five minutes since `from` that are over at `now` and that nobody has computed: regions from which nothing came. */
export async function computeSilentRegionWork(
  tx: Db,
  regions: readonly string[],
  from: Date,
  now: Date,
): Promise<void> {
  const { rows } = await tx.execute<{ region: string; ms: string }>(sql`
    select id as region, extract(epoch from bucket) * 1000 as ms
    from unnest(${sql.param(regions)}::text[]) as id,
      generate_series(date_bin(${STEP}, ${from.toISOString()}::timestamptz, 'epoch'),
        ${now.toISOString()}::timestamptz - ${STEP}, ${STEP}) as bucket
    where not exists (select from region_5min r where r.region = id and r.at = bucket)
    order by bucket`);
  for (const { region, ms } of rows) {
    const at = Number(ms);
    await computeRegionWork(tx, { region, from: new Date(at), to: new Date(at + FIVE_MINUTES_MS) });
  }
}

/** What regions did in the five minutes from `from` on, oldest first. */
export async function listRegionWork(db: Db, from: Date): Promise<RegionWork[]> {
  const { rows } = await db.execute<RegionWork>(sql`
    select region, at, due, done, skipped, suspect, buckets, counts from region_5min
    where at >= ${from.toISOString()}::timestamptz order by at`);
  return rows;
}
