import type { RecordedProbe } from '@alivemcp/services';
import type pg from 'pg';

/** Writes the raw rows of a batch in one statement and nothing else: what recording could cost at the least. */
export async function bareInsert(client: pg.Client): Promise<(probes: RecordedProbe[]) => Promise<unknown>> {
  const { rows } = await client.query<{ id: string; number: number }>('select id, number from server');
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return (probes) =>
    client.query({
      name: 'bare-insert',
      text: `insert into probe_result (server_number, region, scheduled_at, reason, started_at, outcome, posture, duration_ms,
          latency_ms, phases, protocol, tools_hash, tools_count, attempts, suspect)
        select n, 'local', at, 'scheduled', at, o, 'open', ms, latency, phases::int[], 81004500, hash, tools, 1, false
        from unnest($1::int[], $2::timestamptz[], $3::text[], $4::int[], $5::int[], $6::text[], $7::bytea[], $8::int[])
          as t(n, at, o, ms, latency, phases, hash, tools)`,
      values: [
        probes.map(({ serverId }) => numbers.get(serverId)),
        probes.map(({ scheduledAt }) => new Date(scheduledAt)),
        probes.map(({ result }) => result.outcome),
        probes.map(({ result }) => Math.round(result.durationMs)),
        probes.map(({ result }) => result.latencyMs),
        // As many numbers as are written for phases, and as large.
        probes.map(({ result }) => `{${result.phases.map(({ ms }) => Math.round(ms * 10) * 64).join()}}`),
        probes.map(({ toolList }) => toolList && Buffer.from(toolList.hash, 'hex')),
        probes.map(({ toolList }) => toolList?.count ?? null),
      ],
    });
}
