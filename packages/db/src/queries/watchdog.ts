import { lt, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { expiryNotice } from '../schema/index.ts';
import type { TargetRef } from './dispatch.ts';

export type ShownCertificate = TargetRef & { validTo: Date };

/** Keeps when the certificates end that a region was shown; one that stands there already costs no write. */
export async function keepCertificates(tx: Db, region: string, shown: ShownCertificate[]): Promise<void> {
  if (shown.length === 0) return;
  await tx.execute(sql`
    insert into server_certificate (workspace_id, server_id, region, valid_to)
    select c."workspaceId", c."serverId", ${region}, c."validTo"
    from jsonb_to_recordset(${JSON.stringify(shown)}::jsonb)
      as c("workspaceId" text, "serverId" text, "validTo" timestamptz)
    join server s on s.workspace_id = c."workspaceId" and s.id = c."serverId"
    left join server_certificate k on k.workspace_id = s.workspace_id and k.server_id = s.id and k.region = ${region}
    where k.valid_to is distinct from c."validTo"
    order by s.id
    on conflict (workspace_id, server_id, region) do update set valid_to = excluded.valid_to`);
}

export type Expiring = TargetRef & { expiresAt: Date; hoursBefore: number };
type ExpiringRow = TargetRef & { expiresAt: string; hoursBefore: number };

const toExpiring = (row: ExpiringRow): Expiring => ({ ...row, expiresAt: new Date(row.expiresAt) });

const instant = (date: Date) => sql`${date.toISOString()}::timestamptz`;

/**
 * Certificates that end within one of these times and of which that was not told. Only what a region sees now counts: its newest
 * probe is young and went well, so it was shown this certificate and no renewed one.
 */
export async function listExpiringCertificates(db: Db, now: Date, hoursBefore: number[]): Promise<Expiring[]> {
  const { rows } = await db.execute<ExpiringRow>(sql`
    with near as (
      select distinct c.workspace_id, c.server_id, c.valid_to,
        (select min(h) from unnest(${sql.param(hoursBefore)}::int[]) h
         where c.valid_to <= ${instant(now)} + h * interval '1 hour') as hours
      from server_certificate c
      join server_region r on r.workspace_id = c.workspace_id and r.server_id = c.server_id and r.region = c.region
      join server s on s.workspace_id = c.workspace_id and s.id = c.server_id
      join server_state t on t.workspace_id = c.workspace_id and t.server_id = c.server_id
      where c.valid_to > ${instant(now)} and s.url like 'https:%' and t.status not in ('paused', 'maintenance')
        and r.active and r.outcome in ('up', 'degraded')
        and r.checked_at >= ${instant(now)} - r.interval_s * interval '2.5 seconds'
    )
    select workspace_id as "workspaceId", server_id as "serverId", valid_to as "expiresAt", hours as "hoursBefore"
    from near where hours is not null and not exists (
      select from expiry_notice n where n.workspace_id = near.workspace_id and n.server_id = near.server_id
        and n.kind = 'certificate' and n.expires_at = near.valid_to and n.hours_before <= near.hours)
    order by valid_to, server_id limit 500`);
  return rows.map(toExpiring);
}

/** Credentials that end within this time and of which that was not told. */
export async function listExpiringCredentials(db: Db, now: Date, hoursBefore: number): Promise<Expiring[]> {
  const { rows } = await db.execute<ExpiringRow>(sql`
    select s.workspace_id as "workspaceId", s.id as "serverId", s.auth_expires_at as "expiresAt",
      ${hoursBefore}::int as "hoursBefore"
    from server s join server_state t on t.workspace_id = s.workspace_id and t.server_id = s.id
    where s.auth_expires_at > ${instant(now)}
      and s.auth_expires_at <= ${instant(now)} + ${hoursBefore}::int * interval '1 hour'
      and t.status not in ('paused', 'maintenance') and not exists (
        select from expiry_notice n where n.workspace_id = s.workspace_id and n.server_id = s.id
          and n.kind = 'credential' and n.expires_at = s.auth_expires_at)
    order by s.auth_expires_at, s.id limit 500`);
  return rows.map(toExpiring);
}

/** Notes that it is told. Returns whether nobody had done so. */
export async function insertExpiryNotice(tx: Db, row: typeof expiryNotice.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(expiryNotice)
    .values(row)
    .onConflictDoNothing()
    .returning({ serverId: expiryNotice.serverId });
  return rows.length === 1;
}

export async function deleteOldExpiryNotices(db: Db, before: Date): Promise<void> {
  await db.delete(expiryNotice).where(lt(expiryNotice.expiresAt, before));
}

/** One region in two minutes that follow each other: `workFrom` to `from`, and `from` to `to`. */
export type RegionChain = {
  region: string;
  /** Seconds of the later minute that were handled, of those that are noted even when nothing is due in them. */
  ticks: number;
  /** Probes that were due in the earlier minute, and how many of them were made by a prober that trusts itself. */
  due: number;
  made: number;
};

/** Whether the clock ticked and probes were made, by region. Only every `notedEvery`th second is noted in any case. */
export async function listRegionChains(
  db: Db,
  regions: readonly string[],
  { workFrom, from, to, notedEvery }: { workFrom: Date; from: Date; to: Date; notedEvery: number },
): Promise<RegionChain[]> {
  const { rows } = await db.execute<RegionChain>(sql`
    with ticked as (
      select region,
        count(*) filter (where due_at >= ${instant(from)}
          and mod(extract(epoch from due_at)::bigint, ${notedEvery}) = 0)::int as ticks,
        coalesce(sum(due) filter (where due_at < ${instant(from)}), 0)::int as due
      from dispatch_tick where due_at >= ${instant(workFrom)} and due_at < ${instant(to)} group by region
    ), probed as (
      select region, count(*)::int as made from probe_result
      where scheduled_at >= ${instant(workFrom)} and scheduled_at < ${instant(from)} and reason = 'scheduled'
        and not suspect and (class is null or class not like 'observer.%')
      group by region
    )
    select asked.region, coalesce(ticks, 0) as ticks, coalesce(due, 0) as due, coalesce(made, 0) as made
    from unnest(${sql.param(regions)}::text[]) with ordinality as asked(region, place)
    left join ticked on ticked.region = asked.region left join probed on probed.region = asked.region
    order by place`);
  return rows;
}

/**
 * How many channels have a delivery that was due before `dueBefore` and that nobody tries: none of theirs is on its way, and none
 * has failed since then. A receiver that hangs or fails holds its own up and is not counted.
 */
export async function countNeglectedChannels(db: Db, now: Date, dueBefore: Date): Promise<number> {
  const { rows } = await db.execute<{ channels: number }>(sql`
    select count(*)::int as channels from channel c
    where c.enabled and (c.last_failed_at is null or c.last_failed_at < ${instant(dueBefore)})
      and exists (select from delivery d where d.workspace_id = c.workspace_id and d.channel_id = c.id
        and d.state = 'pending' and d.next_attempt_at < ${instant(dueBefore)})
      and not exists (select from delivery l where l.workspace_id = c.workspace_id and l.channel_id = c.id
        and l.state = 'pending' and l.lease_until > ${instant(now)})`);
  return rows[0]?.channels ?? 0;
}
