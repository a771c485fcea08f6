import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../../database.ts';
import type { ProbeResultRow } from './check.ts';

/** Rows of `probe_result` as Drizzle would give them, from any statement that gives such rows: also one that takes them away. */
export async function readRaw(db: Db, checks: SQL): Promise<ProbeResultRow[]> {
  const { rows } = await db.execute<
    Omit<ProbeResultRow, 'scheduledAt' | 'startedAt'> & { scheduledAt: string; startedAt: string }
  >(sql`
    with checks as (${checks})
    select workspace_id as "workspaceId", server_id as "serverId", region,
      extract(epoch from scheduled_at)::numeric(20, 3) * 1000 as "scheduledAt", reason,
      extract(epoch from started_at)::numeric(20, 3) * 1000 as "startedAt", outcome, posture, class,
      duration_ms as "durationMs", latency_ms as "latencyMs", phases, protocol, tools_hash as "toolsHash",
      tools_count as "toolsCount", attempts, suspect
    from checks`);
  return rows.map((row) => ({
    ...row,
    scheduledAt: new Date(Number(row.scheduledAt)),
    startedAt: new Date(Number(row.startedAt)),
  }));
}
