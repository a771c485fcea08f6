import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../../database.ts';
import { decodePhases, decodeProtocol, decodeReason } from '../../schema/check-codes.ts';
import type { ProbeResultRow } from './check.ts';

type Coded = Omit<ProbeResultRow, 'scheduledAt' | 'startedAt' | 'reason' | 'phases' | 'protocol'> & {
  scheduledAt: string;
  startedAt: string;
  reason: string;
  phases: number[];
  protocol: number | null;
};

/**
 * Raw results from any statement that gives rows of `probe_result`: also one that takes them away. Those of servers that are gone
 * are not among them.
 */
export async function readRaw(db: Db, checks: SQL): Promise<ProbeResultRow[]> {
  const { rows } = await db.execute<Coded>(sql`
    with checks as (${checks})
    select s.workspace_id as "workspaceId", s.id as "serverId", region,
      extract(epoch from scheduled_at)::numeric(20, 3) * 1000 as "scheduledAt", reason,
      extract(epoch from started_at)::numeric(20, 3) * 1000 as "startedAt", outcome, posture, nullif(class, '') as class,
      duration_ms as "durationMs", latency_ms as "latencyMs", phases, protocol, encode(tools_hash, 'hex') as "toolsHash",
      tools_count as "toolsCount", attempts, suspect
    from checks join server s on s.number = server_number`);
  return rows.map((row) => ({
    ...row,
    scheduledAt: new Date(Number(row.scheduledAt)),
    startedAt: new Date(Number(row.startedAt)),
    reason: decodeReason(row.reason),
    phases: decodePhases(row.phases),
    protocol: decodeProtocol(row.protocol),
  }));
}
