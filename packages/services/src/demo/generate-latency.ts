import type { Failure } from './generate-history.ts';
import { characterOf } from './past-characters.ts';
import { createRandom } from './random.ts';

export type LatencyHour = { hour: string; phase: string; buckets: number[]; counts: number[] };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** One every ten seconds. */
const PROBES_AN_HOUR = 360;
const PHASES_FOR_MS = 7 * DAY_MS;
/** How the probes of an hour lie about their usual bucket: most near it, a few far above. */
const SHAPE = [
  [-2, 0.04],
  [-1, 0.22],
  [0, 0.42],
  [1, 0.21],
  [2, 0.07],
  [4, 0.03],
  [7, 0.01],
] as const;
const BUSY_HOUR_UTC = 14;

/** Histograms of the good probes of every whole hour between `from` and `to`: of the whole probe, and lately of its phases. */
export function generateLatency(serverIndex: number, from: number, to: number, failures: Failure[]): LatencyHour[] {
  const { latency } = characterOf(serverIndex);
  if (latency === null) return [];
  const random = createRandom(serverIndex + 1_001);
  const rows: LatencyHour[] = [];
  for (let hour = Math.ceil(from / HOUR_MS) * HOUR_MS; hour + HOUR_MS <= to; hour += HOUR_MS) {
    const probes = PROBES_AN_HOUR * goodShare(hour, failures);
    const shift = wave(hour) + wander(hour) + (random() - 0.5) * 1.4;
    const add = (phase: string, usual: number) => {
      const row = spread(Math.round(usual + shift), probes);
      if (row.buckets.length > 0) rows.push({ hour: new Date(hour).toISOString(), phase, ...row });
    };
    add('total', latency.total);
    if (hour < to - PHASES_FOR_MS) continue;
    for (const [phase, usual] of Object.entries(latency.phases)) add(phase, usual);
  }
  return rows;
}

/** In buckets: a busy afternoon is about a third slower than the night. */
const wave = (hour: number): number => Math.cos(((new Date(hour).getUTCHours() - BUSY_HOUR_UTC) / 24) * 2 * Math.PI);

/** In buckets: no two weeks are alike. */
const wander = (hour: number): number =>
  0.8 * Math.sin((hour / (5 * DAY_MS)) * Math.PI) + 1.1 * Math.sin((hour / (13 * DAY_MS)) * Math.PI);

function goodShare(hour: number, failures: Failure[]): number {
  const lost = failures.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to, hour + HOUR_MS) - Math.max(from, hour)),
    0,
  );
  return 1 - lost / HOUR_MS;
}

function spread(usual: number, probes: number): Pick<LatencyHour, 'buckets' | 'counts'> {
  const sums = new Map<number, number>();
  for (const [offset, share] of SHAPE) {
    const bucket = Math.max(0, usual + offset);
    sums.set(bucket, (sums.get(bucket) ?? 0) + Math.round(probes * share));
  }
  const hit = [...sums].filter(([, count]) => count > 0);
  return { buckets: hit.map(([bucket]) => bucket), counts: hit.map(([, count]) => count) };
}
