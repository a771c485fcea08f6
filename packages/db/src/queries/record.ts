import type { FailureClass, Outcome, Phase, Posture, ProbeReason, Protocol, Transcript } from '@alivemcp/contracts';
import { sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { surfaceSnapshot, toolSnapshot } from '../schema/index.ts';
import type { TargetRef } from './dispatch.ts';

export type NewProbeResult = {
  workspaceId: string;
  serverId: string;
  region: string;
  scheduledAt: string;
  reason: ProbeReason;
  startedAt: string;
  outcome: Outcome;
  posture: Posture;
  class: FailureClass | null;
  summary: string;
  durationMs: number;
  latencyMs: number | null;
  phases: Phase[];
  protocol: Protocol | null;
  toolsHash: string | null;
  toolsCount: number | null;
  surfaceHash: string | null;
  attempts: number;
  suspect: boolean;
  transcript: Transcript | null;
};

/** One multi-row statement takes one parameter: the rows as JSON. */
const asRows = (rows: unknown[]) => sql`${JSON.stringify(rows)}::jsonb`;

/** Writes raw results. Returns the ids of servers whose result was new: one that arrives twice is written once. */
export async function insertProbeResults(tx: Db, rows: NewProbeResult[]): Promise<Set<string>> {
  const result = await tx.execute<{ serverId: string }>(sql`
    insert into probe_result (workspace_id, server_id, region, scheduled_at, reason, started_at, outcome, posture, class,
      duration_ms, latency_ms, phases, protocol, tools_hash, tools_count, attempts, suspect)
    select "workspaceId", "serverId", region, "scheduledAt", reason, "startedAt", outcome, posture, class,
      "durationMs", "latencyMs", phases, nullif(protocol, 'null'), "toolsHash", "toolsCount", attempts, suspect
    from jsonb_to_recordset(${asRows(rows)}) as r("workspaceId" text, "serverId" text, region text,
      "scheduledAt" timestamptz, reason text, "startedAt" timestamptz, outcome text, posture text, class text,
      "durationMs" int, "latencyMs" int, phases jsonb, protocol jsonb, "toolsHash" text, "toolsCount" int,
      attempts smallint, suspect boolean)
    on conflict do nothing
    returning server_id as "serverId"`);
  return new Set(result.rows.map((row) => row.serverId));
}

/** Keeps the exchange of a failure unless the same failure of the same region was kept within the last hour. */
export async function insertProbeFailures(tx: Db, rows: NewProbeResult[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into probe_failure (workspace_id, server_id, region, scheduled_at, reason, class, summary, transcript)
    select r."workspaceId", r."serverId", r.region, r."scheduledAt", r.reason, r.class, r.summary, nullif(r.transcript, 'null')
    from jsonb_to_recordset(${asRows(rows)}) as r("workspaceId" text, "serverId" text, region text,
      "scheduledAt" timestamptz, reason text, class text, summary text, transcript jsonb)
    join server s on s.workspace_id = r."workspaceId" and s.id = r."serverId"
    where not exists (
      select from probe_failure f
      where f.workspace_id = r."workspaceId" and f.server_id = r."serverId" and f.region = r.region
        and f.class = r.class and f.scheduled_at > r."scheduledAt" - interval '1 hour')
    on conflict do nothing`);
}

/** Updates what each region last saw. An older result than the one already there changes nothing. */
export async function applyRegionReports(tx: Db, rows: NewProbeResult[]): Promise<void> {
  await tx.execute(sql`
    update server_region s set
      outcome = r.outcome, posture = r.posture, class = r.class, summary = r.summary, latency_ms = r."latencyMs",
      checked_at = r."startedAt",
      run_since = case when s.outcome = r.outcome then s.run_since else r."startedAt" end,
      run_length = case when s.outcome = r.outcome then s.run_length + 1 else 1 end,
      tools_hash = coalesce(r."toolsHash", s.tools_hash),
      tools_run = case when r."toolsHash" is null then s.tools_run
                       when s.tools_hash = r."toolsHash" then s.tools_run + 1 else 1 end,
      surface_hash = coalesce(r."surfaceHash", s.surface_hash),
      surface_run = case when r."surfaceHash" is null then s.surface_run
                         when s.surface_hash = r."surfaceHash" then s.surface_run + 1 else 1 end
    from (select * from jsonb_to_recordset(${asRows(rows)}) as j("workspaceId" text, "serverId" text, region text,
      outcome text, posture text, class text, summary text, "latencyMs" int, "startedAt" timestamptz, "toolsHash" text,
      "surfaceHash" text)
      order by "serverId") r
    where s.workspace_id = r."workspaceId" and s.server_id = r."serverId" and s.region = r.region
      and (s.checked_at is null or s.checked_at < r."startedAt")`);
}

export type CalmQuestion = TargetRef & {
  protocol: Protocol | null;
  serverVersion: string | null;
  /** The probe found out more than the daily round: its answers are to be looked at. */
  thorough: boolean;
};

/**
 * Of these servers, those that need a judgement: everything but "up, as before, the same server with the same contract". Ordered
 * by id, so that two batches lock them in the same order.
 */
export async function listUncalm(tx: Db, targets: CalmQuestion[], region: string): Promise<TargetRef[]> {
  const { rows } = await tx.execute<TargetRef>(sql`
    select s.workspace_id as "workspaceId", s.server_id as "serverId"
    from jsonb_to_recordset(${asRows(targets)}) as t("workspaceId" text, "serverId" text,
      protocol jsonb, "serverVersion" text, thorough boolean)
    join server_state s on s.workspace_id = t."workspaceId" and s.server_id = t."serverId"
    join server_region r on r.workspace_id = s.workspace_id and r.server_id = s.server_id and r.region = ${region}
    join server v on v.workspace_id = s.workspace_id and v.id = s.server_id
    where not (s.status = 'up' and r.outcome = 'up' and s.confirming_since is null and s.advisory_regions = '{}'
      and coalesce(r.latency_ms, 0) <= v.latency_budget_ms
      and s.posture is not distinct from r.posture and s.tools_hash is not distinct from r.tools_hash
      and s.surface_hash is not distinct from r.surface_hash and s.unsettled is null and not t.thorough
      and s.protocol is not distinct from t.protocol and s.server_version is not distinct from t."serverVersion")
    order by s.server_id`);
  return rows;
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
    from jsonb_to_recordset(${asRows(wanted)}) as w("workspaceId" text, hash text)
    join ${table} t on t.workspace_id = w."workspaceId" and t.hash = w.hash`);
  return new Set(rows.map((row) => row.key));
}

export async function insertToolSnapshots(tx: Db, rows: (typeof toolSnapshot.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(toolSnapshot).values(rows).onConflictDoNothing();
}

export async function insertSurfaceSnapshots(tx: Db, rows: (typeof surfaceSnapshot.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(surfaceSnapshot).values(rows).onConflictDoNothing();
}
