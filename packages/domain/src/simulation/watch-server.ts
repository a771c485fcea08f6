import type { Outcome, Sensitivity, ServerStatus } from '@alivemcp/contracts';
import type { RegionReport } from '../quorum.ts';
import { type Decision, judgeServer, type ServerMemory } from '../server-machine.ts';
import type { StateChange } from '../uptime.ts';
import { DAY, look, MINUTE, nextFault, type World } from './world.ts';

export type Seen = StateChange & {
  from: ServerStatus;
  decidedAt: number;
  decision: Decision;
  /** What each region had said last when it was decided. */
  reports: RegionReport[];
};

/** Regions of one server follow each other by a second; a round of confirmation answers within three. */
const SHIFT_MS = 1000;
const CONFIRM_MS = 1500;
const SILENCE_MS = 5000;

/**
 * One server watched through a world by the real judge, as the product does it: probes by the clock, a round of confirmation
 * where one is asked for, a look at silent servers. Returns every change of state. Time in which all is well is skipped.
 */
export function watchServer(world: World, phaseMs: number, sensitivity: Sensitivity = 'balanced'): Seen[] {
  const reports = Array.from({ length: world.regions }, (_, i) => unseen(`r${i}`));
  const memory: ServerMemory = { status: 'pending', since: 0, confirmingSince: null };
  const rules = { intervalMs: MINUTE, sensitivity };
  const seen: Seen[] = [];
  const end = world.days * DAY;
  let due: { region: number; at: number }[] = [];

  const judge = (now: number): void => {
    const decision = judgeServer(memory, reports, rules, now);
    if (decision.confirmation === 'start') {
      memory.confirmingSince = now;
      due.push(...reports.map((_, region) => ({ region, at: now + CONFIRM_MS + region * 10 })));
    }
    if (decision.confirmation === 'none') memory.confirmingSince = null;
    if (decision.transition === null) return;
    const { to, at } = decision.transition;
    seen.push({ from: memory.status, to, at, decidedAt: now, decision, reports: structuredClone(reports) });
    Object.assign(memory, { status: to, since: at, confirmingSince: null });
  };
  const probe = (region: number, at: number): void => {
    const outcome = look(world, region, at);
    if (outcome === null) return;
    reports[region] = after(reports[region] ?? unseen(`r${region}`), outcome, at);
    judge(at);
  };

  for (let round = phaseMs; round < end; round += MINUTE) {
    due = reports.map((_, region) => ({ region, at: round + region * SHIFT_MS }));
    while (due.length > 0) {
      const next = due.reduce((a, b) => (b.at < a.at ? b : a));
      due = due.filter((entry) => entry !== next);
      probe(next.region, next.at);
    }
    for (let at = round + 10_000; at < round + MINUTE && memory.status !== 'unknown'; at += SILENCE_MS) judge(at);
    if (isCalm(memory, reports)) {
      const rounds = Math.floor((Math.min(nextFault(world, round), end) - round) / MINUTE) - 1;
      if (rounds > 0) {
        round += rounds * MINUTE;
        for (const [i, report] of reports.entries()) skip(report, round + i * SHIFT_MS, rounds);
      }
    }
  }
  return seen;
}

const unseen = (region: string): RegionReport => ({
  region,
  outcome: null,
  posture: null,
  class: null,
  summary: null,
  checkedAt: null,
  runSince: null,
  runLength: 0,
});

function after(before: RegionReport, outcome: Outcome, at: number): RegionReport {
  const again = before.outcome === outcome;
  return {
    ...before,
    outcome,
    class: outcome === 'down' ? 'tcp.refused' : null,
    checkedAt: at,
    runSince: again ? before.runSince : at,
    runLength: again ? before.runLength + 1 : 1,
  };
}

const isCalm = ({ status, confirmingSince }: ServerMemory, reports: readonly RegionReport[]): boolean =>
  status === 'up' && confirmingSince === null && reports.every((report) => report.outcome === 'up');

function skip(report: RegionReport, at: number, rounds: number): void {
  report.checkedAt = at;
  report.runLength += rounds;
}
