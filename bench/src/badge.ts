import autocannon from 'autocannon';
import { runChild } from './child.ts';
import { median, type Row } from './result.ts';

const CONNECTIONS = 50;
const SECONDS = 4;
const ROUNDS = 3;

/** Warm badge and embed-status, each in turn with a bare Fastify that sends as many bytes. */
export async function benchBadge(): Promise<Row[]> {
  const product = await runChild('./badge-server.ts');
  try {
    const rows: Row[] = [];
    for (const path of ['/badge/server-0.svg', '/api/embed-status/server-0']) {
      const bytes = (await (await fetch(product.url + path)).arrayBuffer()).byteLength;
      const bare = await runChild('./badge-server.ts', [String(bytes)]);
      const pairs: { ours: number; theirs: number }[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        pairs.push({ theirs: await rate(`${bare.url}/bare`), ours: await rate(product.url + path) });
      }
      await bare.stop();
      const ours = median(pairs.map((pair) => pair.ours));
      const theirs = median(pairs.map((pair) => pair.theirs));
      const ratio = median(pairs.map((pair) => pair.ours / pair.theirs));
      const row = { group: 'badge', unit: 'requests/s' };
      rows.push({ ...row, name: `bare Fastify, ${bytes} bytes`, figure: theirs, ratio: null });
      rows.push({ ...row, name: path.replace('server-0', ':slug'), figure: ours, ratio });
    }
    return rows;
  } finally {
    await product.stop();
  }
}

async function rate(url: string): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS });
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} answers were no success, ${errors} failed`);
  return requests.average;
}
