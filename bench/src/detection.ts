import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '@alivemcp/testkit';
import { runChild } from './child.ts';
import { startInstallation } from './installation.ts';
import type { Row } from './result.ts';
import { addServers, countStates } from './watched-servers.ts';

const SERVERS = 300;
/** Half of them say 503, which is believed at once; half hang up, which is looked at twice. */
const FAILING = 200;
const INTERVAL_MS = 60_000;
const REGIONS = ['one', 'two', 'three'];

/** From the first failing probe of a server to its transition, at 60 s with three regions: servers fail at random moments. */
export async function benchDetection(): Promise<Row[]> {
  const canned = await runChild('./canned-server.ts');
  const { database, run, stop } = await startInstallation('redis', REGIONS);
  try {
    await addServers(database, { from: 0, to: SERVERS, origin: canned.url, regions: REGIONS, intervalMs: INTERVAL_MS });
    await Promise.all([run(['engine']), ...REGIONS.map((region) => run(['prober'], { ALIVEMCP_REGION: region }))]);
    const reach = (status: string, count: number) =>
      waitFor(async () => ((await countStates(database))[status] ?? 0) >= count, {
        what: `${count} servers ${status}`,
        timeoutMs: 3 * INTERVAL_MS,
        everyMs: 1_000,
      });
    await reach('up', SERVERS);
    await Promise.all(
      Array.from({ length: FAILING }, async (_, n) => {
        await sleep(Math.random() * INTERVAL_MS);
        await fetch(`${canned.url}/fall/${n}`, { method: 'POST' });
      }),
    );
    await reach('down', FAILING);
    const { rows } = await database.query<{ p50: number; p95: number }>(
      `select percentile_disc(0.5) within group (order by took)::float8 as p50,
         percentile_disc(0.95) within group (order by took)::float8 as p95
       from (select extract(epoch from detected_at - opened_at) as took from incident where kind = 'down') incidents`,
    );
    return (['p50', 'p95'] as const).map((name) => ({
      group: 'engine',
      name: `first failing probe to transition, three regions: ${name}`,
      figure: rows[0]?.[name] ?? Number.NaN,
      unit: 's',
      ratio: null,
    }));
  } finally {
    await stop();
    await canned.stop();
  }
}
