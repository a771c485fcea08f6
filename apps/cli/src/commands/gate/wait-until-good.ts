import { setTimeout as sleep } from 'node:timers/promises';
import type { ProbeResult } from '@alivemcp/contracts';
import type { ProbeOnce } from '../run-probe.ts';
import type { Judgement } from './judge.ts';

/** With less left of the wait, no probe starts: it would be the wait that fails it. */
const MIN_LEFT_MS = 1000;
const PAUSE_MS = 2000;
/** Timers fire late; the last probe must not miss its second for that. */
const LATE_MS = 50;

/** A probe, and how many in a row are good with it. */
export type Seen = Judgement & { result: ProbeResult; inARow: number };
export type Waited = { passed: boolean; waitedMs: number; probes: number; last: Seen };

export type Wait = {
  probe: ProbeOnce;
  judge: (result: ProbeResult) => Judgement;
  waitMs: number;
  /** Of a probe; the end of the wait may make it shorter. */
  timeoutMs: number;
  /** Good probes in a row that are wanted. */
  consecutive: number;
  onSeen: (seen: Seen, atMs: number) => void;
  signal: AbortSignal;
};

/** The shortest wait in which so many probes can be good. */
export const shortestWaitMs = (consecutive: number): number => (consecutive - 1) * PAUSE_MS + MIN_LEFT_MS;

/** Probes until enough are good in a row, or the wait is over, whichever comes first. Throws when the signal aborts. */
export async function waitUntilGood(wait: Wait): Promise<Waited> {
  const { probe, judge, waitMs, timeoutMs, consecutive, onSeen, signal } = wait;
  const from = performance.now();
  const elapsed = () => performance.now() - from;
  let before: Seen | null = null;
  let inARow = 0;
  for (let probes = 1; ; probes++) {
    const budgetMs = Math.ceil(Math.min(timeoutMs, waitMs - elapsed()));
    const result = await probe(budgetMs);
    signal.throwIfAborted();
    const judgement = judge(result);
    inARow = judgement.unmet.length === 0 ? inARow + 1 : 0;
    const last: Seen = before && ranOutOfWait(result, budgetMs, timeoutMs) ? before : { ...judgement, result, inARow };
    before = last;
    onSeen(last, elapsed());
    const over = (passed: boolean): Waited => ({ passed, waitedMs: Math.round(elapsed()), probes, last });
    if (inARow >= consecutive) return over(true);
    const spareMs = waitMs - MIN_LEFT_MS - LATE_MS - elapsed();
    if (result.class === 'target.refused' || spareMs < 0) return over(false);
    await sleep(Math.min(PAUSE_MS, spareMs), undefined, { signal });
    if (waitMs - elapsed() < MIN_LEFT_MS) return over(false);
  }
}

/** A probe that had less than its time, and ended by that or not long before, says less than the one before it. */
const ranOutOfWait = ({ durationMs }: ProbeResult, budgetMs: number, timeoutMs: number): boolean =>
  budgetMs < timeoutMs && durationMs > budgetMs / 2;
