import type { Expectations, ProbeReason, Protocol, TransportChoice } from '@alivemcp/contracts';
import { and, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { dispatchTick, probeRequest, prober, server, serverRegion, serverState } from '../schema/index.ts';

export type TargetRef = { workspaceId: string; serverId: string };
export type DueTarget = TargetRef & { intervalMs: number };

/**
 * Servers of a region that are due in this second of the epoch: each interval turns its own wheel. Ordered by id. The
 * intervals in use are found by hopping over the index, since `distinct` would read all of it every second.
 */
export async function listDueTargets(db: Db, region: string, epochSecond: number): Promise<DueTarget[]> {
  const { rows } = await db.execute<DueTarget>(sql`
    with recursive wheel as (
      select min(interval_s) as interval_s from server_region where region = ${region} and active
      union all
      select (select min(interval_s) from server_region
              where region = ${region} and active and interval_s > wheel.interval_s)
      from wheel where wheel.interval_s is not null
    )
    select r.workspace_id as "workspaceId", r.server_id as "serverId", r.interval_s * 1000 as "intervalMs"
    from wheel join server_region r
      on r.region = ${region} and r.active and r.interval_s = wheel.interval_s
     and r.slot = mod(${epochSecond}::bigint, wheel.interval_s)
    order by r.server_id`);
  return rows;
}

export type ProbeAssignment = TargetRef & {
  url: string;
  transport: TransportChoice;
  authType: string;
  authSealed: string | null;
  expectations: Expectations;
  known: Protocol | null;
  hadTools: boolean;
  alternateClient: string | null;
  intervalMs: number;
};

/** What a prober needs to know of these servers. One that was deleted, or is not watched from this region, is left out. */
export async function loadAssignments(db: Db, region: string, targets: TargetRef[]): Promise<ProbeAssignment[]> {
  const rows = await db
    .select({
      workspaceId: server.workspaceId,
      serverId: server.id,
      url: server.url,
      transport: server.transport,
      alternateClient: server.alternateClient,
      authType: server.authType,
      authSealed: server.authSealed,
      expectations: server.expectations,
      known: serverState.protocol,
      toolsCount: serverState.toolsCount,
      intervalMs: server.intervalMs,
    })
    .from(serverRegion)
    .innerJoin(server, and(eq(server.workspaceId, serverRegion.workspaceId), eq(server.id, serverRegion.serverId)))
    .innerJoin(
      serverState,
      and(eq(serverState.workspaceId, serverRegion.workspaceId), eq(serverState.serverId, serverRegion.serverId)),
    )
    .where(
      and(
        eq(serverRegion.region, region),
        eq(serverRegion.active, true),
        inArray(
          serverRegion.serverId,
          targets.map((target) => target.serverId),
        ),
      ),
    );
  const wanted = new Set(targets.map((target) => `${target.workspaceId}/${target.serverId}`));
  return rows
    .filter((row) => wanted.has(`${row.workspaceId}/${row.serverId}`))
    .map(({ toolsCount, ...row }) => ({ ...row, hadTools: (toolsCount ?? 0) > 0 }));
}

export type NewProbeRequest = {
  workspaceId: string;
  id: string;
  serverId: string;
  region: string;
  reason: ProbeReason;
  scheduledAt: Date;
};

/** Asks for probes outside the clock; engines are woken when the transaction commits. */
export async function insertProbeRequests(db: Db, rows: NewProbeRequest[]): Promise<void> {
  if (rows.length === 0) return;
  await db.insert(probeRequest).values(rows);
  await db.execute(sql`select pg_notify('probe_request', '')`);
}

export type WaitingRequest = {
  workspaceId: string;
  id: string;
  serverId: string;
  region: string;
  reason: ProbeReason;
  scheduledAt: Date;
};

/** Takes waiting requests, oldest first; no two engines get the same one. The caller enqueues inside this transaction. */
export async function claimProbeRequests(tx: Db, now: Date, limit: number): Promise<WaitingRequest[]> {
  const waiting = tx
    .select({ id: probeRequest.id })
    .from(probeRequest)
    .where(isNull(probeRequest.dispatchedAt))
    .orderBy(probeRequest.createdAt)
    .limit(limit)
    .for('update', { skipLocked: true });
  return tx.update(probeRequest).set({ dispatchedAt: now }).where(inArray(probeRequest.id, waiting)).returning({
    workspaceId: probeRequest.workspaceId,
    id: probeRequest.id,
    serverId: probeRequest.serverId,
    region: probeRequest.region,
    reason: probeRequest.reason,
    scheduledAt: probeRequest.scheduledAt,
  });
}

export async function finishProbeRequests(db: Db, ids: string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await db.update(probeRequest).set({ doneAt: now }).where(inArray(probeRequest.id, ids));
  await db.execute(sql`select pg_notify('probe_done', '')`);
}

/** Regions of one server that still owe the result of a request made at `scheduledAt`. */
export async function listPendingRegions(
  db: Db,
  workspaceId: string,
  serverId: string,
  scheduledAt: Date,
): Promise<string[]> {
  const rows = await db
    .select({ region: probeRequest.region })
    .from(probeRequest)
    .where(
      and(
        eq(probeRequest.workspaceId, workspaceId),
        eq(probeRequest.serverId, serverId),
        eq(probeRequest.scheduledAt, scheduledAt),
        isNull(probeRequest.doneAt),
      ),
    );
  return rows.map((row) => row.region);
}

export async function deleteOldProbeRequests(db: Db, before: Date): Promise<void> {
  await db.delete(probeRequest).where(lt(probeRequest.createdAt, before));
}

/** Says that a prober lives, and how it is. */
export async function touchProber(db: Db, row: typeof prober.$inferInsert): Promise<void> {
  const { region, version, health, seenAt } = row;
  const set = { region, version, health, seenAt };
  await db.insert(prober).values(row).onConflictDoUpdate({ target: prober.id, set });
}

/** What other probers still have to hand in: since when the oldest of it waits (epoch ms), and whether one has not been heard of. */
export type OthersBacklog = { waitingSince: number | null; unheard: boolean };

/**
 * Says that the oldest result that waits on the disk of a prober was made at `at` (epoch ms), and tells what others have. One that
 * lived within the last hour and has not been heard of for eight seconds may have something.
 */
export async function shareBacklog(db: Db, id: string, at: number, now: Date): Promise<OthersBacklog> {
  const { rows } = await db.execute<{ since: string | null; unheard: boolean }>(sql`
    with me as (
      update prober set health = jsonb_set(health, '{waitingSince}', to_jsonb(${at}::bigint)) where id = ${id}
    )
    select min((health ->> 'waitingSince')::bigint) filter (where heard) as since,
      coalesce(bool_or(not heard), false) as unheard
    from (
      select health, seen_at > ${now.toISOString()}::timestamptz - interval '8 seconds' as heard from prober
      where id <> ${id} and not coalesce((health ->> 'ended')::boolean, false)
        and seen_at > ${now.toISOString()}::timestamptz - interval '1 hour') others`);
  const [row] = rows;
  return { waitingSince: row?.since == null ? null : Number(row.since), unheard: row?.unheard ?? false };
}

export async function deleteOldProbers(db: Db, before: Date): Promise<void> {
  await db.delete(prober).where(lt(prober.seenAt, before));
}

/** Notes that a second of a region was handled. Idempotent. */
export async function insertDispatchTick(db: Db, row: typeof dispatchTick.$inferInsert): Promise<void> {
  await db.insert(dispatchTick).values(row).onConflictDoNothing();
}

export async function deleteOldDispatchTicks(db: Db, before: Date): Promise<void> {
  await db.delete(dispatchTick).where(lt(dispatchTick.dueAt, before));
}

/** The clock of the database and the newest second of a region that was handled, both epoch ms. */
export async function readDispatchClock(db: Db, region: string): Promise<{ now: number; newestTickAt: number | null }> {
  const { rows } = await db.execute<{ now: string; newest: string | null }>(sql`
    select extract(epoch from clock_timestamp()) * 1000 as now,
      (select extract(epoch from max(due_at)) * 1000 from dispatch_tick where region = ${region}) as newest`);
  const [row] = rows;
  if (!row) throw new Error('the database did not say what time it is');
  return { now: Number(row.now), newestTickAt: row.newest === null ? null : Number(row.newest) };
}

/** Of these servers, how many another region has freshly seen answer, and how many all others have seen fail. */
export async function countElsewhere(
  db: Db,
  region: string,
  serverIds: string[],
  now: Date,
): Promise<{ answering: number; failing: number }> {
  const { rows } = await db.execute<{ answering: number; failing: number }>(sql`
    select count(*) filter (where answers)::int as answering, count(*) filter (where not answers)::int as failing
    from (
      select bool_or(outcome in ('up', 'degraded')) as answers from server_region
      where server_id = any(${sql.param(serverIds)}::text[]) and region <> ${region} and active
        and outcome in ('up', 'degraded', 'down')
        and checked_at >= ${now.toISOString()}::timestamptz - interval_s * interval '2.5 seconds'
      group by workspace_id, server_id) seen`);
  return rows[0] ?? { answering: 0, failing: 0 };
}

export async function listProbers(db: Db, seenAfter: Date) {
  return db.select().from(prober).where(gt(prober.seenAt, seenAfter));
}
