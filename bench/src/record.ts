import type { Phase, ProbeResult } from '@alivemcp/contracts';
import { canonicalToolList } from '@alivemcp/drift';
import { type RecordedProbe, recordBatch } from '@alivemcp/services';
import { probed } from '@alivemcp/testkit';
import pg from 'pg';
import { startProduct } from './product.ts';
import { median, type Row } from './result.ts';

const SERVERS = 1_000;
const BATCH = 100;
const ROUNDS = 10;
const RUNS = 3;
const TOOLS = canonicalToolList([{ name: 'echo', description: 'Says it again', inputSchema: { type: 'object' } }]);

type Target = { workspaceId: string; serverId: string };

/** Results a second through the whole recording path, beside a bare multi-row insert of the same raw rows. */
export async function benchRecord(): Promise<Row[]> {
  const product = await startProduct(SERVERS);
  const pool = new pg.Pool({ connectionString: product.databaseUrl, max: 1 });
  try {
    // Young enough to be judged as fresh, each round at a time of its own.
    let at = Date.now() - 60_000;
    const rounds = async (write: (batch: Target[], at: number) => Promise<unknown>) => {
      const rates: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        const from = performance.now();
        for (let round = 0; round < ROUNDS; round++) {
          at += 10;
          for (let i = 0; i < SERVERS; i += BATCH) await write(product.targets.slice(i, i + BATCH), at);
        }
        rates.push((SERVERS * ROUNDS) / ((performance.now() - from) / 1000));
      }
      return median(rates);
    };
    const record = (probeAt: (target: Target, at: number) => RecordedProbe) => (batch: Target[], time: number) =>
      recordBatch(
        product.services,
        'local',
        batch.map((target) => probeAt(target, time)),
      );
    const bare = await rounds((batch, time) => bareInsert(pool, batch, time));
    await rounds(record(good));
    const calm = await rounds(record(good));
    let turn = 0;
    const flapping = await rounds((batch, time) => record(++turn % 2 === 0 ? good : bad)(batch, time));
    const row = (name: string, figure: number, ratio: number | null): Row => ({
      group: 'record',
      name,
      figure,
      unit: 'results/s',
      ratio,
    });
    return [
      row('bare multi-row insert', bare, null),
      row('recordBatch, calm', calm, calm / bare),
      row('recordBatch, every result judged', flapping, flapping / bare),
    ];
  } finally {
    await pool.end();
    await product.stop();
  }
}

function good(target: Target, at: number): RecordedProbe {
  return {
    ...target,
    scheduledAt: at,
    reason: 'scheduled',
    requestId: null,
    result: resultAt(at),
    toolList: TOOLS,
    suspect: false,
  };
}

function bad(target: Target, at: number): RecordedProbe {
  const result: ProbeResult = {
    ...resultAt(at),
    outcome: 'down',
    class: 'tcp.refused',
    latencyMs: null,
    protocol: null,
  };
  return { ...good(target, at), result, toolList: null };
}

const PHASES: Phase[] = [
  { name: 'dns', ms: 2, ok: true },
  { name: 'tcp', ms: 11, ok: true },
  { name: 'tls', ms: 22, ok: true },
  { name: 'initialize', ms: 18, ok: true },
  { name: 'initialized', ms: 8, ok: true },
  { name: 'tools', ms: 13, ok: true },
];
const resultAt = (startedAt: number) => probed({ startedAt, durationMs: 82, latencyMs: 74, phases: PHASES });

/** The raw table alone, in the fastest form a single statement has. */
async function bareInsert(pool: pg.Pool, batch: Target[], at: number): Promise<void> {
  const result = resultAt(at);
  const time = new Date(at);
  await pool.query(
    `insert into probe_result (workspace_id, server_id, region, scheduled_at, reason, started_at, outcome, posture,
       duration_ms, latency_ms, phases, protocol, tools_hash, tools_count, attempts, suspect)
     select w, s, 'local', $3, 'scheduled', $3, 'up', 'open', 82, 74, $4::jsonb, $5::jsonb, $6, 1, 1, false
     from unnest($1::text[], $2::text[]) as t(w, s)`,
    [
      batch.map((target) => target.workspaceId),
      batch.map((target) => target.serverId),
      time,
      JSON.stringify(result.phases),
      JSON.stringify(result.protocol),
      TOOLS.hash,
    ],
  );
}
