import type { RecordedProbe } from '@alivemcp/services';
import type pg from 'pg';

/** The raw rows of a batch in one statement and nothing else: what recording could cost at the least. */
export async function bareInsert(client: pg.Client, probes: RecordedProbe[]): Promise<void> {
  await client.query({
    name: 'bare-insert',
    text: `insert into probe_result (workspace_id, server_id, region, scheduled_at, reason, started_at, outcome, posture,
        duration_ms, latency_ms, phases, protocol, tools_hash, tools_count, attempts, suspect)
      select w, s, 'local', at, 'scheduled', at, o, 'open', ms, latency, phases, protocol, hash, tools, 1, false
      from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::int[], $6::int[], $7::jsonb[], $8::jsonb[],
        $9::text[], $10::int[]) as t(w, s, at, o, ms, latency, phases, protocol, hash, tools)`,
    values: [
      probes.map((probe) => probe.workspaceId),
      probes.map((probe) => probe.serverId),
      probes.map((probe) => new Date(probe.scheduledAt)),
      probes.map(({ result }) => result.outcome),
      probes.map(({ result }) => Math.round(result.durationMs)),
      probes.map(({ result }) => result.latencyMs),
      probes.map(({ result }) => JSON.stringify(result.phases)),
      probes.map(({ result }) => JSON.stringify(result.protocol)),
      probes.map(({ toolList }) => toolList?.hash ?? null),
      probes.map(({ toolList }) => toolList?.count ?? null),
    ],
  });
}
