import { runChild } from './child.ts';
import { type Measured, measure, middle } from './load.ts';
import { barePosts, ourProbe, sdkClient } from './mcp-clients.ts';
import { median, type Row } from './result.ts';

const PROBES = 2_000;
const RUNS = 3;

type Contender = { name: string; once: () => Promise<void>; count: number };

/** CPU and rate of our probe beside the same POSTs by bare undici, and beside the official SDK's client. */
export async function benchProbe(): Promise<Row[]> {
  const server = await runChild('./canned-server.ts');
  const url = `${server.url}/mcp`;
  try {
    const legacy = await compare([
      { name: 'bare undici, 2025-11-25', once: () => barePosts(server.url, 'legacy'), count: PROBES },
      { name: 'AliveMCP, 2025-11-25', once: ourProbe(url, 'legacy'), count: PROBES },
      { name: 'SDK v1, 2025-11-25', once: () => sdkClient(url), count: PROBES / 4 },
    ]);
    const modern = await compare([
      { name: 'bare undici, 2026-07-28', once: () => barePosts(server.url, 'modern'), count: PROBES },
      { name: 'AliveMCP, 2026-07-28', once: ourProbe(url, 'modern'), count: PROBES },
    ]);
    return [...legacy, ...modern];
  } finally {
    await server.stop();
  }
}

/** Each in turn, so that a slow moment of the machine meets all of them. The first is the yardstick. */
async function compare(contenders: Contender[]): Promise<Row[]> {
  for (const { once, count } of contenders) await measure(once, count / 2);
  const rounds: Measured[][] = [];
  for (let run = 0; run < RUNS; run++) {
    const round: Measured[] = [];
    for (const { once, count } of contenders) round.push(await measure(once, count));
    rounds.push(round);
  }
  return contenders.flatMap(({ name }, i) => {
    const { cpuMs, perSecond } = middle(rounds.flatMap((round) => round[i] ?? []));
    const ratio = (of: (m: Measured) => number) =>
      i === 0
        ? null
        : median(rounds.flatMap(([yard, ...others]) => (yard ? of(others[i - 1] ?? yard) / of(yard) : [])));
    return [
      { group: 'probe', name: `${name}: CPU a probe`, figure: cpuMs, unit: 'ms', ratio: ratio((m) => m.cpuMs) },
      { group: 'probe', name: `${name}: rate`, figure: perSecond, unit: 'probes/s', ratio: ratio((m) => m.perSecond) },
    ];
  });
}
