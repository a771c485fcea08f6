import { setTimeout as sleep } from 'node:timers/promises';
import { createChannel, createServiceContext } from '@alivemcp/services';
import { waitFor } from '@alivemcp/testkit';
import { runChild } from './child.ts';
import { type Installation, startInstallation } from './installation.ts';
import type { Row } from './result.ts';
import { addServers, countStates, WORKSPACE } from './watched-servers.ts';

const SERVERS = 10_000;
const INTERVAL_MS = 60_000;
const REGION = 'local';
const AT_ONCE = 200;

/** A provider of many servers goes: how long until each of them is down, and until its alert is received. One engine, one prober. */
export async function benchOutage(): Promise<Row[]> {
  const canned = await runChild('./canned-server.ts');
  const receiver = await runChild('./alert-receiver.ts');
  const installation = await startInstallation('redis', [REGION]);
  const { database, run, stop } = installation;
  try {
    const origin = canned.url;
    await addServers(database, { from: 0, to: SERVERS, origin, regions: [REGION], intervalMs: INTERVAL_MS });
    await subscribe(installation, receiver.url);
    await run(['engine']);
    await run(['prober'], { ALIVEMCP_REGION: REGION });
    const reach = (status: string) =>
      waitFor(async () => ((await countStates(database))[status] ?? 0) >= SERVERS, {
        what: `all servers ${status}`,
        timeoutMs: 5 * INTERVAL_MS,
        everyMs: 1_000,
      });
    await reach('up');
    await sleep(INTERVAL_MS);
    for (let i = 0; i < SERVERS; i += AT_ONCE)
      await Promise.all(
        Array.from({ length: AT_ONCE }, (_, j) => fetch(`${origin}/fall/${i + j}`, { method: 'POST' })),
      );
    await reach('down');
    const told = await delays(database, await messages(receiver.url));
    const found = await database.query<{ took: number }>(
      `select extract(epoch from detected_at - opened_at)::float8 as took from incident`,
    );
    return [
      ...shares(
        'first failing probe to transition',
        found.rows.map(({ took }) => took),
      ),
      ...shares('transition to alert received', told),
    ];
  } finally {
    await stop();
    await canned.stop();
    await receiver.stop();
  }
}

async function subscribe({ databaseUrl, secretKey }: Installation, url: string): Promise<void> {
  const services = createServiceContext({
    databaseUrl,
    secretKey,
    publicUrl: 'http://127.0.0.1',
    regions: [REGION],
    regionNames: {},
    checkAddress: async (raw) => ({ ok: true, url: new URL(raw) }),
    onDatabaseError: () => {},
  });
  const scope = { workspaceId: WORKSPACE, actor: 'system' };
  await createChannel(services, scope, { type: 'webhook', url, events: ['server.down'] });
  await services.database.close();
}

/** When each message came, epoch ms, by its id. */
async function messages(url: string): Promise<Map<string, number>> {
  const came = new Map<string, number>();
  await waitFor(
    async () => {
      for (const [id, at] of (await (await fetch(url)).json()) as [string, number][]) came.set(id, at);
      return came.size >= SERVERS;
    },
    { what: 'an alert of each server', timeoutMs: INTERVAL_MS, everyMs: 500 },
  );
  return came;
}

/** How long after the decision each came, in seconds. */
async function delays(database: Installation['database'], came: Map<string, number>): Promise<number[]> {
  const { rows } = await database.query<{ id: string; at: Date }>(
    `select id, created_at as at from event where type = 'server.down'`,
  );
  return rows.map(({ id, at }) => ((came.get(id) ?? Number.NaN) - at.getTime()) / 1_000);
}

function shares(what: string, seconds: number[]): Row[] {
  const sorted = seconds.toSorted((a, b) => a - b);
  return [0.5, 0.95].map((share) => ({
    group: 'outage',
    name: `${SERVERS.toLocaleString('en')} servers go at once, ${what}: p${share * 100}`,
    figure: sorted[Math.floor(sorted.length * share)] ?? Number.NaN,
    unit: 's',
    ratio: null,
  }));
}
