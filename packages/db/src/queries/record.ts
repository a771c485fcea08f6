import { sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { encodePhases, encodeProtocol } from '../schema/check-codes.ts';
import { probeFailure, surfaceSnapshot, toolSnapshot } from '../schema/index.ts';
import { NOT_RUN, type ProbeResultRow } from './history/check.ts';
import { asTable, prepare, toColumns } from './prepare.ts';

/** A result with what else is to be held on to of it. */
export type NewProbeResult = ProbeResultRow & {
  summary: string;
  surfaceHash: string | null;
  serverVersion: string | null;
  /** The probe found out more than the daily round: its answers are to be looked at. */
  thorough: boolean;
};

/** What became of a result that was new. */
export type RecordedResult = {
  /** It is now the last word of its region. */
  latest: boolean;
  /** It is, and needs a judgement: everything but "up, as before, the same server with the same contract". */
  uncalm: boolean;
  /** A failure whose like this region has not seen within the last hour. */
  newFailure: boolean;
};

/**
 * Writes results of one region, at most one a server, and brings the region's word up to date, all in one statement: the rows are
 * sent and read once. A result that arrives twice is written once; one that takes the place of a probe that was not run is new.
 * What is suspect, or older than the region's word, changes nothing else. Returns what was new, by server id.
 */
export async function recordResults(tx: Db, results: NewProbeResult[]): Promise<Map<string, RecordedResult>> {
  const rows = await recordAll(tx, toColumns(results.map(toCoded), COLUMNS));
  return new Map(rows.map(({ serverId, ...result }) => [serverId, result]));
}

/** Writes raw results and nothing else. Returns how many were new. */
export async function insertProbeResults(tx: Db, results: ProbeResultRow[]): Promise<number> {
  const plain = { summary: '', surfaceHash: null, serverVersion: null, thorough: false };
  const rows = results.map((result) => toCoded({ ...result, ...plain }));
  return (await insertAll(tx, toColumns(rows, COLUMNS))).length;
}

const COLUMNS = {
  workspaceId: 'text',
  serverId: 'text',
  region: 'text',
  scheduledAt: 'timestamptz',
  reason: 'text',
  startedAt: 'timestamptz',
  outcome: 'text',
  posture: 'text',
  class: 'text',
  summary: 'text',
  durationMs: 'int',
  latencyMs: 'int',
  phases: 'text',
  protocol: 'text',
  protocolCode: 'int',
  toolsHash: 'text',
  toolsCount: 'int',
  surfaceHash: 'text',
  serverVersion: 'text',
  attempts: 'smallint',
  suspect: 'boolean',
  thorough: 'boolean',
};

const toCoded = (row: NewProbeResult) => ({
  ...row,
  scheduledAt: row.scheduledAt.toISOString(),
  startedAt: row.startedAt.toISOString(),
  phases: `{${encodePhases(row.phases).join()}}`,
  protocol: row.protocol && JSON.stringify(row.protocol),
  protocolCode: encodeProtocol(row.protocol),
});

/** `seen`, the results of servers that there are, and `inserted`, the numbers of those that were new. */
const INSERTION = sql`
  seen as materialized (
    select s.number, s.latency_budget_ms, r.*
    from ${asTable('r', COLUMNS)}
    cross join lateral (
      select number, latency_budget_ms from server where workspace_id = r."workspaceId" and id = r."serverId" limit 1) s
  ), inserted as (
    insert into probe_result (scheduled_at, started_at, server_number, duration_ms, latency_ms, tools_count, protocol, attempts,
      suspect, region, reason, outcome, posture, class, phases, tools_hash)
    select "scheduledAt", "startedAt", number, "durationMs", "latencyMs", "toolsCount", "protocolCode", attempts, suspect,
      region, reason::"char", outcome, posture, coalesce(class, ''), phases::int[], decode("toolsHash", 'hex')
    from seen order by "serverId"
    on conflict (server_number, scheduled_at, region, reason) do update set
      started_at = excluded.started_at, duration_ms = excluded.duration_ms, latency_ms = excluded.latency_ms,
      tools_count = excluded.tools_count, protocol = excluded.protocol, attempts = excluded.attempts,
      suspect = excluded.suspect, outcome = excluded.outcome, posture = excluded.posture, class = excluded.class,
      phases = excluded.phases, tools_hash = excluded.tools_hash
    where probe_result.class = ${sql.raw(`'${NOT_RUN}'`)} and excluded.class <> ${sql.raw(`'${NOT_RUN}'`)}
    returning server_number
  )`;

const insertAll = prepare('insert_results', sql`with ${INSERTION} select server_number from inserted`);

/** The region's word had grown old (`freshUntil` in `domain`): what it said before and what it says now are two runs. */
const AFTER_SILENCE = sql.raw(`coalesce(t.checked_at + t.interval_s * interval '2.5 seconds' < r."startedAt", false)`);

/** In the order of the servers' ids, as everywhere where rows are locked, so that two batches do not wait for each other. */
const recordAll = prepare<RecordedResult & { serverId: string }>(
  'record_results',
  sql`
  with ${INSERTION},
  fresh as (select seen.* from seen join inserted on inserted.server_number = seen.number order by "serverId"),
  told as (
    update server_region t set
      outcome = r.outcome, posture = r.posture, class = r.class, summary = r.summary, latency_ms = r."latencyMs",
      checked_at = r."startedAt", resumed_from = case when ${AFTER_SILENCE} then t.checked_at end,
      run_since = case when t.outcome = r.outcome and not ${AFTER_SILENCE} then t.run_since else r."startedAt" end,
      run_length = case when t.outcome = r.outcome and not ${AFTER_SILENCE} then t.run_length + 1 else 1 end,
      tools_hash = coalesce(r."toolsHash", t.tools_hash),
      tools_run = case when r."toolsHash" is null then t.tools_run
                       when t.tools_hash = r."toolsHash" then t.tools_run + 1 else 1 end,
      surface_hash = coalesce(r."surfaceHash", t.surface_hash),
      surface_run = case when r."surfaceHash" is null then t.surface_run
                         when t.surface_hash = r."surfaceHash" then t.surface_run + 1 else 1 end
    from fresh r
    where t.workspace_id = r."workspaceId" and t.server_id = r."serverId" and t.region = r.region
      and not r.suspect and (t.checked_at is null or t.checked_at < r."startedAt")
    returning r.*, t.tools_hash, t.surface_hash, t.resumed_from
  ), uncalm as (
    select r.number
    from told r join server_state s on s.workspace_id = r."workspaceId" and s.server_id = r."serverId"
    where not (s.status = 'up' and r.outcome = 'up' and r.resumed_from is null and s.confirming_since is null and s.advisory_regions = '{}'
      and coalesce(r."latencyMs", 0) <= r.latency_budget_ms
      and s.posture is not distinct from r.posture and s.tools_hash is not distinct from r.tools_hash
      and s.surface_hash is not distinct from r.surface_hash and s.unsettled is null and not r.thorough
      and s.protocol is not distinct from r.protocol::jsonb and s.server_version is not distinct from r."serverVersion")
  )
  select "serverId", number = any(array(select number from told)) as latest,
    number = any(array(select number from uncalm)) as uncalm,
    class is not null and not suspect and not exists (
      select from probe_failure f
      where f.workspace_id = r."workspaceId" and f.server_id = r."serverId" and f.region = r.region and f.class = r.class
        and f.scheduled_at > r."scheduledAt" - interval '1 hour') as "newFailure"
  from fresh r order by "serverId"`,
);

export type NewProbeFailure = typeof probeFailure.$inferInsert;

/** Keeps exchanges behind failures. */
export async function insertProbeFailures(tx: Db, rows: NewProbeFailure[]): Promise<void> {
  if (rows.length > 0) await tx.insert(probeFailure).values(rows).onConflictDoNothing();
}

/** Of these hashes, those whose content is already stored, as `workspace/hash`. */
export async function listKnownSnapshots(
  tx: Db,
  table: typeof toolSnapshot | typeof surfaceSnapshot,
  wanted: { workspaceId: string; hash: string }[],
): Promise<Set<string>> {
  if (wanted.length === 0) return new Set();
  const { rows } = await tx.execute<{ key: string }>(sql`
    select t.workspace_id || '/' || t.hash as key
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w("workspaceId" text, hash text)
    join ${table} t on t.workspace_id = w."workspaceId" and t.hash = w.hash`);
  return new Set(rows.map((row) => row.key));
}

export async function insertToolSnapshots(tx: Db, rows: (typeof toolSnapshot.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(toolSnapshot).values(rows).onConflictDoNothing();
}

export async function insertSurfaceSnapshots(tx: Db, rows: (typeof surfaceSnapshot.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(surfaceSnapshot).values(rows).onConflictDoNothing();
}
