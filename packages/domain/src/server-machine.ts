import type { FailureClass, Sensitivity, ServerStatus } from '@alivemcp/contracts';
import { type FreshReport, freshUntil, type RegionReport } from './quorum.ts';
import type { Shortfall } from './shortfall.ts';
import { judgeRegions, type Verdict } from './verdict.ts';

/** What is remembered of a server between judgements. Times are epoch ms. */
export type ServerMemory = {
  status: ServerStatus;
  since: number;
  /** Start of the running confirmation round, if one runs. */
  confirmingSince: number | null;
};

export type Decision = {
  verdict: Verdict;
  /** The change to write, if there is one. `at` is when it really began. */
  transition: { to: ServerStatus; at: number } | null;
  confirmation: 'none' | 'start' | 'wait';
  /** Dominant failure class and sentence of the reports behind the resulting state. */
  cause: { class: FailureClass | null; summary: string | null };
};

/** What the owner says of how a server is to be judged. */
export type JudgeRules = { intervalMs: number; sensitivity: Sensitivity };

type Situation = {
  memory: ServerMemory;
  verdict: Verdict;
  reports: readonly RegionReport[];
  rules: JudgeRules;
  now: number;
};
type Outcome = Pick<Decision, 'transition' | 'confirmation'>;
type Rule = (situation: Situation) => Outcome;

/** Whether worse news needs a round of confirmation, and how often in a row regions must say worse and better news. */
const ROUNDS: Record<Sensitivity, { confirmed: boolean; worse: number; better: number }> = {
  fast: { confirmed: false, worse: 1, better: 1 },
  balanced: { confirmed: true, worse: 1, better: 2 },
  calm: { confirmed: true, worse: 4, better: 3 },
};

const stay: Rule = () => ({ transition: null, confirmation: 'none' });
const wait: Rule = ({ memory }) => ({
  transition: null,
  confirmation: memory.confirmingSince === null ? 'none' : 'wait',
});

/** First good sight of a server whose past we do not know: believed at once. */
const accept: Rule = ({ verdict, memory, rules }) =>
  moveTo(verdict.kind === 'up' ? 'up' : 'degraded', beginning(verdict.fresh, 1, rules.intervalMs, memory.since));

/** Worse news is held until regions have said it again since the confirmation round began, and as often as the owner wants. */
const confirm: Rule = ({ verdict, memory, rules, now }) => {
  const { confirmingSince } = memory;
  const { confirmed, worse } = ROUNDS[rules.sensitivity];
  if (confirmed && confirmingSince === null) return { transition: null, confirmation: 'start' };
  const again = verdict.against.filter(
    // A server that falls short is seen up by its regions: many probes say that it lasts, not a run.
    ({ outcome, checkedAt, runLength }) =>
      checkedAt > (confirmingSince ?? 0) && (outcome === 'up' || runLength >= worse),
  );
  const enough = Math.min(verdict.need, verdict.against.length);
  if (again.length < enough) return { transition: null, confirmation: 'wait' };
  const at = beginning(verdict.against, enough, rules.intervalMs, memory.since);
  return moveTo(verdict.kind === 'down' ? 'down' : 'degraded', Math.min(at, now));
};

/** Better news is believed after enough good rounds in enough regions. */
const recover: Rule = ({ verdict, memory, rules }) => {
  const to = verdict.kind === 'up' ? 'up' : 'degraded';
  const better = verdict.fresh.filter(
    (report) => report.outcome !== 'down' && (to === 'degraded' || report.outcome === 'up'),
  );
  const steady = better.filter((report) => report.runLength >= ROUNDS[rules.sensitivity].better);
  const enough = Math.min(verdict.need, better.length);
  if (enough === 0 || steady.length < enough) return { transition: null, confirmation: 'none' };
  return moveTo(to, beginning(steady, enough, rules.intervalMs, memory.since));
};

/** The last word of the regions has grown old. */
const lose: Rule = ({ reports, memory, rules, now }) => {
  const newest = Math.max(...reports.map((report) => report.checkedAt ?? 0));
  return moveTo('unknown', Math.min(now, Math.max(memory.since, freshUntil(newest, rules.intervalMs))));
};

/** state × verdict → rule. Paused and maintenance are left by their owner, never by a verdict. */
const TABLE: Record<ServerStatus, Record<Verdict['kind'], Rule>> = {
  pending: { unknown: stay, frozen: wait, up: accept, degraded: accept, down: confirm },
  unknown: { unknown: stay, frozen: wait, up: accept, degraded: accept, down: confirm },
  up: { unknown: lose, frozen: wait, up: stay, degraded: confirm, down: confirm },
  degraded: { unknown: lose, frozen: wait, up: recover, degraded: stay, down: confirm },
  down: { unknown: lose, frozen: wait, up: recover, degraded: recover, down: stay },
  paused: { unknown: stay, frozen: stay, up: stay, degraded: stay, down: stay },
  maintenance: { unknown: stay, frozen: stay, up: stay, degraded: stay, down: stay },
};

/**
 * Judges one server: what its regions say now, held against what we believed. A server that they see up is degraded all the same
 * where it falls short. Pure; the caller holds the server's lock.
 */
export function judgeServer(
  memory: ServerMemory,
  reports: readonly RegionReport[],
  rules: JudgeRules,
  now: number,
  shortfall: Shortfall | null = null,
): Decision {
  const said = judgeRegions(reports, rules.intervalMs, now);
  const fallsShort = said.kind === 'up' && shortfall !== null;
  const verdict: Verdict = fallsShort ? { ...said, kind: 'degraded', against: said.fresh } : said;
  const outcome = TABLE[memory.status][verdict.kind]({ memory, verdict, reports, rules, now });
  const witnesses =
    verdict.kind === 'unknown' ? reports.filter((report) => report.outcome === 'unknown') : verdict.against;
  return { ...outcome, verdict, cause: fallsShort ? shortfall : dominantCause(witnesses) };
}

const moveTo = (to: ServerStatus, at: number): Outcome => ({ transition: { to, at }, confirmation: 'none' });

/**
 * When a change began: the first probe of the runs that carry it. A region that had been of this mind for more than an
 * interval before enough others joined (a regional advisory) does not date it back.
 */
function beginning(carriers: readonly FreshReport[], enough: number, intervalMs: number, notBefore: number): number {
  const starts = carriers.map((report) => report.runSince).sort((a, b) => a - b);
  const joined = starts[Math.max(0, enough - 1)] ?? notBefore;
  const first = starts.find((start) => start >= joined - intervalMs) ?? joined;
  return Math.max(first, notBefore);
}

function dominantCause(against: readonly RegionReport[]): Decision['cause'] {
  const counts = new Map<FailureClass | null, number>();
  for (const report of against) counts.set(report.class, (counts.get(report.class) ?? 0) + 1);
  const [top] = [...counts].sort((a, b) => b[1] - a[1]);
  const report = top && against.find((candidate) => candidate.class === top[0]);
  return { class: report?.class ?? null, summary: report?.summary ?? null };
}
