import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { runChild } from './child.ts';
import { startInstallation } from './installation.ts';
import type { Row } from './result.ts';
import { addServers } from './watched-servers.ts';

const SERVERS = 200;
const INTERVAL_MS = 10_000;
const MINUTES = 30;
const MINUTE_MS = 60_000;
/** Pages come back when autovacuum gets to them: sizes swing a little. */
const SWING = 1.1;

type Sample = { bytes: number; deadRows: number; jobs: number };

/**
 * The tables of the queue in embedded mode, looked at every minute. Throws when they are larger in the last third of the time
 * than in the middle one.
 */
export async function benchSoak({ minutes = MINUTES } = {}): Promise<Row[]> {
  const canned = await runChild('./canned-server.ts');
  const { database, run, stop } = await startInstallation('postgres', ['local']);
  try {
    const servers = { from: 0, to: SERVERS, origin: canned.url, regions: ['local'], intervalMs: INTERVAL_MS };
    await addServers(database, servers);
    await run(['start']);
    const samples: Sample[] = [];
    for (let minute = 0; minute < minutes; minute++) {
      await sleep(MINUTE_MS);
      const sample = await look(database);
      samples.push(sample);
      console.error(`soak, minute ${minute + 1}: ${JSON.stringify(sample)}`);
    }
    return summarise(samples);
  } finally {
    await stop();
    await canned.stop();
  }
}

async function look(database: pg.Client): Promise<Sample> {
  const { rows } = await database.query<Sample>(
    `select sum(pg_total_relation_size(relid))::float8 as bytes, sum(n_dead_tup)::float8 as "deadRows",
       (select count(*)::int from bullmq.job) as jobs
     from pg_stat_user_tables where schemaname = 'bullmq'`,
  );
  return rows[0] as Sample;
}

function summarise(samples: Sample[]): Row[] {
  const third = Math.floor(samples.length / 3);
  const largest = (part: Sample[]) => Math.max(...part.map(({ bytes }) => bytes));
  const [middle, last] = [largest(samples.slice(third, 2 * third)), largest(samples.slice(2 * third))];
  if (last > middle * SWING) throw new Error(`the tables of the queue grow: from ${middle} bytes to ${last}`);
  const moments = { first: samples[0], middle: samples[Math.floor(samples.length / 2)], last: samples.at(-1) };
  return Object.entries(moments).flatMap(([moment, sample]) => {
    const row = (what: string, figure: number | undefined, unit: string): Row => ({
      group: 'soak',
      name: `${moment} minute: ${what}`,
      figure: figure ?? Number.NaN,
      unit,
      ratio: null,
    });
    return [
      row('tables of the queue', sample && sample.bytes / 1024 / 1024, 'MB'),
      row('dead rows', sample?.deadRows, 'rows'),
      row('jobs', sample?.jobs, 'jobs'),
    ];
  });
}
