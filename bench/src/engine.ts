import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { type Child, runChild } from './child.ts';
import { benchDetection } from './detection.ts';
import { type Installation, startInstallation } from './installation.ts';
import type { Row } from './result.ts';
import { usageOf } from './usage.ts';
import { addServers } from './watched-servers.ts';

const SIZES = [1_000, 10_000, 30_000];
const MINUTES = 2;
const MINUTE_MS = 60_000;
const REGION = 'local';
/** New servers are found out thoroughly once; then all is as ever. */
const WARM_UP_MS = 90_000;
/** Until what was seen last is recorded. */
const SETTLE_MS = 15_000;

/** What one prober process and one engine sustain at 60 s, and what it costs; how soon a failure becomes a transition. */
export async function benchEngine({ sizes = SIZES, minutes = MINUTES } = {}): Promise<Row[]> {
  return [...(await benchSizes(sizes, minutes)), ...(await benchDetection())];
}

async function benchSizes(sizes: number[], minutes: number): Promise<Row[]> {
  const canned = await runChild('./canned-server.ts');
  const installation = await startInstallation('redis', [REGION]);
  try {
    const engine = await installation.run(['engine']);
    const prober = await installation.run(['prober'], { ALIVEMCP_REGION: REGION });
    const pids = { prober, engine, PostgreSQL: installation.postgresPid };
    const rows: Row[] = [];
    let from = 0;
    for (const size of sizes) {
      const origin = canned.url;
      await addServers(installation.database, { from, to: size, origin, regions: [REGION], intervalMs: MINUTE_MS });
      from = size;
      await sleep(WARM_UP_MS);
      rows.push(...(await measure(installation, canned, pids, size, minutes)));
    }
    return rows;
  } finally {
    await installation.stop();
    await canned.stop();
  }
}

async function measure(
  { database }: Installation,
  canned: Child,
  pids: Record<string, number>,
  size: number,
  minutes: number,
): Promise<Row[]> {
  const look = () => Object.entries(pids).map(([name, pid]) => ({ name, ...usageOf(pid) }));
  const [before, cannedBefore, begin] = [look(), await canned.cpuMs(), Date.now()];
  await sleep(minutes * MINUTE_MS);
  const [after, cannedAfter, end] = [look(), await canned.cpuMs(), Date.now()];
  await sleep(SETTLE_MS);
  const { made, p50, p99 } = await lateness(database, begin, begin + minutes * MINUTE_MS);
  const row = (what: string, figure: number, unit: string): Row => ({
    group: 'engine',
    name: `${size.toLocaleString('en')} servers: ${what}`,
    figure,
    unit,
    ratio: null,
  });
  const percent = (cpuMs: number) => (100 * cpuMs) / (end - begin);
  return [
    row('lateness p50', p50, 'ms'),
    row('lateness p99', p99, 'ms'),
    row('recorded of what was due', (100 * made) / (size * minutes), '%'),
    ...after.flatMap(({ name, cpuMs, memoryMb }, i) => [
      row(`CPU of the ${name}`, percent(cpuMs - (before[i]?.cpuMs ?? 0)), '% of a core'),
      row(`memory of the ${name}`, memoryMb, 'MB'),
    ]),
    row('CPU of the servers that are watched', percent(cannedAfter - cannedBefore), '% of a core'),
  ];
}

/** Of the probes by the clock that were due from `from` until `to`: how many were made, and how late they began, ms. */
async function lateness(database: pg.Client, from: number, to: number) {
  const { rows } = await database.query<{ made: number; p50: number; p99: number }>(
    `select count(*)::int as made, percentile_disc(0.5) within group (order by late)::float8 as p50,
       percentile_disc(0.99) within group (order by late)::float8 as p99
     from (
       select extract(epoch from started_at - scheduled_at) * 1000 as late from probe_result
       where scheduled_at >= to_timestamp($1 / 1000.0) and scheduled_at < to_timestamp($2 / 1000.0)
         and reason = 'scheduled' and outcome <> 'unknown') probes`,
    [from, to],
  );
  const [row] = rows;
  if (!row?.made) throw new Error('nothing was recorded');
  return row;
}
