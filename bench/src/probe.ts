import { createAuthority } from '@alivemcp/testkit/mcp';
import { runChild } from './child.ts';
import { type Measured, measure, middle } from './load.ts';
import { barePosts, type Era, type Once, ourProbe, plainGet, sdkV1, sdkV2, type Way } from './mcp-clients.ts';
import { median, type Row } from './result.ts';

const PROBES = 400;
const RUNS = 15;

type Contender = { name: string; once: Once; count: number };

/** CPU and rate of our probe beside a plain GET, the same POSTs by bare undici and the official SDKs' clients. */
export async function benchProbe(): Promise<Row[]> {
  const authority = createAuthority();
  const { key, cert } = authority.issue('good');
  const plain = await runChild('./canned-server.ts');
  const secure = await runChild('./canned-server.ts', [key, cert]);
  const ca = authority.ca;
  const ways: [name: string, way: Way][] = [
    ['kept', { origin: plain.url, ca, fresh: false }],
    ['fresh', { origin: plain.url, ca, fresh: true }],
    ['fresh TLS', { origin: secure.url.replace('http:', 'https:'), ca, fresh: true }],
  ];
  const rows: Row[] = [];
  try {
    for (const [name, way] of ways) {
      rows.push(...(await compare(`2025-11-25, ${name}`, contenders(way, '2025-11-25'))));
      rows.push(...(await compare(`2026-07-28, ${name}`, contenders(way, '2026-07-28'))));
    }
    return rows;
  } finally {
    await plain.stop();
    await secure.stop();
  }
}

/** The first is the yardstick. */
function contenders(way: Way, era: Era): Contender[] {
  const all = [{ name: 'bare undici', once: barePosts(way, era), count: PROBES }];
  if (era === '2025-11-25') all.push({ name: 'plain GET', once: plainGet(way), count: PROBES });
  // Ours never keeps a connection: at a minute's interval none would be left.
  if (way.fresh) all.push({ name: 'AliveMCP', once: ourProbe(way, era), count: PROBES });
  all.push({ name: 'SDK v2', once: sdkV2(way, era), count: PROBES / 4 });
  if (era === '2025-11-25') all.push({ name: 'SDK v1', once: sdkV1(way), count: PROBES / 4 });
  return all;
}

/**
 * Each in turn, so that a slow moment of the machine meets all of them; there and back, so that nobody always pays for the
 * garbage of the same other.
 */
async function compare(where: string, contenders: Contender[]): Promise<Row[]> {
  for (const { once, count } of contenders) await measure(once, count * 2);
  const rounds: Measured[][] = [];
  for (let run = 0; run < RUNS; run++) {
    const round: Measured[] = [];
    const turns = [...contenders.entries()];
    for (const [i, { once, count }] of run % 2 === 0 ? turns : turns.reverse()) round[i] = await measure(once, count);
    rounds.push(round);
  }
  return contenders.flatMap(({ name }, i) => {
    const { cpuMs, perSecond } = middle(rounds.flatMap((round) => round[i] ?? []));
    const ratio = (of: (m: Measured) => number) =>
      i === 0
        ? null
        : median(rounds.flatMap(([yard, ...others]) => (yard ? of(others[i - 1] ?? yard) / of(yard) : [])));
    const row = (what: string, unit: string, figure: number, of: (m: Measured) => number): Row => ({
      group: 'probe',
      name: `${where}, ${name}: ${what}`,
      figure,
      unit,
      ratio: ratio(of),
    });
    return [row('CPU a probe', 'ms', cpuMs, (m) => m.cpuMs), row('rate', 'probes/s', perSecond, (m) => m.perSecond)];
  });
}
