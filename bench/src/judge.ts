import { judgeServer, type RegionReport, type ServerMemory } from '@alivemcp/domain';
import { median, type Row } from './result.ts';

const SERVERS = 20_000;
const RUNS = 5;
const REGIONS = ['a', 'b', 'c', 'd', 'e'];
const RULES = { intervalMs: 60_000, sensitivity: 'balanced' } as const;
const NOW = Date.UTC(2026, 10, 20);

const CALM: ServerMemory = { status: 'up', since: NOW - 3_600_000, confirmingSince: null };
const DOUBTED: ServerMemory = { ...CALM, confirmingSince: NOW - 5_000 };

/** What five regions saw of a server, the first `failing` of them nothing. */
const reports = (failing: number): RegionReport[] =>
  REGIONS.map((region, i) => ({
    region,
    outcome: i < failing ? 'down' : 'up',
    posture: 'open',
    class: i < failing ? 'tcp.refused' : null,
    summary: i < failing ? 'The connection was refused.' : 'Up.',
    checkedAt: NOW - i * 1_000,
    runSince: NOW - 60_000,
    runLength: 2,
  }));

/** Servers a second that the pure rules judge on one core: nothing read, nothing written. */
export function benchJudge(): Row[] {
  const rate = (memory: ServerMemory, seen: RegionReport[], changes: number) => {
    const figures = Array.from({ length: RUNS }, () => {
      const from = performance.now();
      let changed = 0;
      for (let i = 0; i < SERVERS; i++) if (judgeServer(memory, seen, RULES, NOW).transition) changed++;
      if (changed !== changes) throw new Error(`${changed} changed; ${changes} were meant`);
      return SERVERS / ((performance.now() - from) / 1000);
    });
    return median(figures);
  };
  const row = (name: string, figure: number): Row => ({
    group: 'record',
    name,
    figure,
    unit: 'servers/s',
    ratio: null,
  });
  rate(DOUBTED, reports(3), SERVERS);
  return [
    row('judgeServer of 5 regions, calm', rate(CALM, reports(0), 0)),
    row('judgeServer of 5 regions, each changes', rate(DOUBTED, reports(3), SERVERS)),
  ];
}
