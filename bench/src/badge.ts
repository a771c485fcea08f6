import autocannon from 'autocannon';
import { type Child, runChild } from './child.ts';
import { type Measured, middle } from './load.ts';
import { median, type Row } from './result.ts';

const CONNECTIONS = 50;
const SECONDS = 5;
const ROUNDS = 3;

type Pair = { ours: Measured; bare: Measured };

/** Warm badge, embed-status and status page, each in turn with a bare Fastify that sends as many bytes. */
export async function benchBadge(): Promise<Row[]> {
  const product = await runChild('./badge-server.ts');
  try {
    const rows: Row[] = [];
    for (const path of ['/badge/server-0.svg', '/api/embed-status/server-0', '/status/bench'])
      rows.push(...(await besideBare(product, path)));
    return rows;
  } finally {
    await product.stop();
  }
}

async function besideBare(product: Child, path: string): Promise<Row[]> {
  const bytes = (await (await fetch(product.url + path)).arrayBuffer()).byteLength;
  const bare = await runChild('./badge-server.ts', [String(bytes)]);
  try {
    await load(bare, '/bare', 1);
    await load(product, path, 1);
    const pairs: Pair[] = [];
    for (let round = 0; round < ROUNDS; round++)
      pairs.push({ bare: await load(bare, '/bare', SECONDS), ours: await load(product, path, SECONDS) });
    const name = path.replace(/server-0|bench/, ':slug');
    return [
      ...rowsOf(`bare Fastify, ${bytes} bytes`, middle(pairs.map((pair) => pair.bare)), null),
      ...rowsOf(name, middle(pairs.map((pair) => pair.ours)), pairs),
    ];
  } finally {
    await bare.stop();
  }
}

function rowsOf(name: string, { cpuMs, perSecond }: Measured, pairs: Pair[] | null): Row[] {
  const ratio = (of: (m: Measured) => number) => pairs && median(pairs.map(({ ours, bare }) => of(ours) / of(bare)));
  return [
    { group: 'badge', name: `${name}: rate`, figure: perSecond, unit: 'requests/s', ratio: ratio((m) => m.perSecond) },
    { group: 'badge', name: `${name}: CPU a request`, figure: cpuMs * 1000, unit: 'µs', ratio: ratio((m) => m.cpuMs) },
  ];
}

/** The rate is bounded by autocannon, too, which fills the other core; the server's own CPU is not. */
async function load(child: Child, path: string, duration: number): Promise<Measured> {
  const url = child.url + path;
  const before = await child.cpuMs();
  const { requests, non2xx, errors } = await autocannon({ url, connections: CONNECTIONS, duration });
  const cpuMs = ((await child.cpuMs()) - before) / requests.total;
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} answers were no success, ${errors} failed`);
  return { cpuMs, perSecond: requests.average };
}
