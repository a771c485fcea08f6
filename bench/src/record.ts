import { type RecordedProbe, recordBatch } from '@alivemcp/services';
import pg from 'pg';
import { bareInsert } from './bare-insert.ts';
import { bad, good } from './pretended-probes.ts';
import { startProduct, type Target } from './product.ts';
import { median, type Row } from './result.ts';

const SERVERS = 1_000;
const BATCH = 100;
const RUNS = 3;

type Seen = (target: Target, at: number) => RecordedProbe;
/** One whole round of all servers: each is written once. */
type Round = (seen: Seen) => Promise<void>;

/** Results a second through the whole recording path, one writer or two, beside a bare insert of the same raw rows. */
export async function benchRecord(): Promise<Row[]> {
  const { services, databaseUrl, targets, stop } = await startProduct(SERVERS);
  const client = new pg.Client({ connectionString: databaseUrl });
  // A clock of its own: every round comes later than the one before, without waiting for it.
  let at = Date.now() - 60_000;
  const ctx = { ...services, clock: { now: () => at } };
  let insertBare: (probes: RecordedProbe[]) => Promise<unknown>;
  const counts = { judged: 0, transitions: 0 };
  const round = async (seen: Seen, write: (probes: RecordedProbe[]) => Promise<unknown>, writers = 1) => {
    at += 10;
    const work = async (writer: number) => {
      for (let i = writer * BATCH; i < SERVERS; i += writers * BATCH)
        await write(targets.slice(i, i + BATCH).map((target) => seen(target, at)));
    };
    await Promise.all(Array.from({ length: writers }, (_, writer) => work(writer)));
  };
  const bare: Round = (seen) => round(seen, insertBare);
  const record = async (probes: RecordedProbe[]) => {
    const { judged, transitions } = await recordBatch(ctx, 'local', probes);
    counts.judged += judged;
    counts.transitions += transitions;
  };
  const ours: Round = (seen) => round(seen, record);
  const byTwo: Round = (seen) => round(seen, record, 2);
  const timed = async (write: Round, rounds: Seen[]): Promise<number> => {
    const from = performance.now();
    for (const seen of rounds) await write(seen);
    return (SERVERS * rounds.length) / ((performance.now() - from) / 1000);
  };
  /** Checks that exactly this much was judged: a figure of something else would be worse than none. */
  const expecting = async (judged: number, transitions: number, work: () => Promise<number>): Promise<number> => {
    Object.assign(counts, { judged: 0, transitions: 0 });
    const rate = await work();
    if (counts.judged !== judged || counts.transitions !== transitions)
      throw new Error(
        `${counts.judged} judged, ${counts.transitions} changed; ${judged} and ${transitions} were meant`,
      );
    return rate;
  };

  try {
    await client.connect();
    insertBare = await bareInsert(client);
    const rates = {
      bare: [] as number[],
      calm: [] as number[],
      byTwo: [] as number[],
      outage: [] as number[],
      recovery: [] as number[],
      flapping: [] as number[],
      down: [] as number[],
    };
    const calm = Array.from({ length: 10 }, () => good);
    await timed(ours, calm);
    await timed(bare, calm);
    // Once: a server that changes more often is said to flap, and told of less.
    rates.outage.push(await expecting(2 * SERVERS, SERVERS, () => timed(ours, [bad, bad])));
    rates.recovery.push(await expecting(2 * SERVERS, SERVERS, () => timed(ours, [good, good])));
    for (let run = 0; run < RUNS; run++) {
      rates.bare.push(await timed(bare, calm));
      rates.calm.push(await expecting(0, 0, () => timed(ours, calm)));
      rates.byTwo.push(await expecting(0, 0, () => timed(byTwo, calm)));
      // Suspected, down, one good sign, up again.
      const cycle = () => timed(ours, [bad, bad, good, good]);
      rates.flapping.push(await expecting(4 * SERVERS, 2 * SERVERS, cycle));
    }
    await timed(ours, [bad, bad]);
    for (let run = 0; run < RUNS; run++)
      rates.down.push(await expecting(2 * SERVERS, 0, () => timed(ours, [bad, bad])));
    const row = (name: string, figures: number[], against: number[] | null): Row => {
      const figure = median(figures);
      return { group: 'record', name, figure, unit: 'results/s', ratio: against && figure / median(against) };
    };
    return [
      row('bare multi-row insert', rates.bare, null),
      row('recordBatch, calm', rates.calm, rates.bare),
      row('recordBatch, calm, two writers', rates.byTwo, rates.bare),
      row('recordBatch, all down and staying so', rates.down, rates.bare),
      row('recordBatch, all go down and are told', rates.outage, rates.bare),
      row('recordBatch, all come back and are told', rates.recovery, rates.bare),
      row('recordBatch, all flapping', rates.flapping, rates.bare),
    ];
  } finally {
    await client.end();
    await stop();
  }
}
