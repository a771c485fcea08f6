import {
  FAILURE_CLASSES,
  type FailureClass,
  type ObserverClass,
  type ProbeReason,
  type ProbeResult,
  type ProberHealth,
} from '@alivemcp/contracts';
import { isNetworkClass } from '@alivemcp/probe';
import type { Anchors } from './anchors.ts';
import { isOurStorm } from './is-our-storm.ts';
import type { ProcessHealth } from './process-health.ts';
import { createStorm } from './storm.ts';

type Seen = { serverId: string; url: string; reason: ProbeReason; result: ProbeResult };

/** Asks of each result whether this prober may be believed. Source of the rules: docs/quorum.md. */
export type Trust = {
  /**
   * The result as it is to be recorded. A failure that may be our own becomes `unknown` with the reason, and `suspect`; a good
   * answer stays, since nobody makes up a handshake, but loses its latency where we were too busy to measure it.
   */
  weigh(seen: Seen): Promise<{ result: ProbeResult; suspect: boolean }>;
  /** The control side has said what time it is: what the wall clock did before is of no matter any more. */
  heardTime(): void;
  /** What was doubted within the last minute; null when nothing was. */
  state(): ProberHealth['doubt'];
};

export type TrustDeps = {
  process: Pick<ProcessHealth, 'wasBusy' | 'clockSteps'>;
  anchors: Anchors;
  /** What other regions say of these servers now. */
  elsewhere(serverIds: string[]): Promise<{ answering: number; failing: number }>;
  now(): number;
};

/** A prober that has just come up may be earlier than its network. */
const START_MS = 30_000;
/** What was learned of a storm holds so long. */
const HOLD_MS = 10_000;
const CALM_MS = 60_000;

export function createTrust({ process, anchors, elsewhere, now }: TrustDeps): Trust {
  const startedAt = now();
  const storm = createStorm();
  let hasAnswer = false;
  let knownSteps = process.clockSteps();
  let learned: { at: number; ours: Promise<boolean> } | undefined;
  let doubted: { class: ObserverClass; since: number; lastAt: number } | undefined;

  const isStruck = async (serverId: string): Promise<boolean> => {
    const struck = storm.struck(now());
    if (!struck?.serverIds.has(serverId)) return false;
    if (!learned || now() - learned.at > HOLD_MS)
      learned = { at: now(), ours: isOurStorm(struck, { anchors, elsewhere }) };
    return learned.ours;
  };
  const doubtOf = async ({ serverId, url, reason, result }: Seen): Promise<ObserverClass | null> => {
    const { class: found, outcome, startedAt: at } = result;
    // Set, or the machine slept: until somebody says what time it is, nobody here knows.
    if (process.clockSteps() !== knownSteps) return 'observer.clock';
    if (isOurs(found)) return found;
    const failing = outcome === 'down' && found !== null && isNetworkClass(found);
    storm.note({ host: new URL(url).hostname, serverId, failing, at });
    if (!failing) {
      hasAnswer = true;
      return null;
    }
    if (isTimeout(found) && process.wasBusy(result.durationMs)) return 'observer.overload';
    const reachable = await anchors.areReachable();
    if (reachable === false) return 'observer.network';
    // Whoever waits for a probe is told what it saw.
    const isWaitedFor = reason === 'first' || reason === 'manual';
    if (!hasAnswer && !isWaitedFor && reachable === null && now() - startedAt < START_MS) return 'observer.network';
    return (await isStruck(serverId)) ? 'observer.network' : null;
  };

  return {
    async weigh(seen) {
      const doubt = await doubtOf(seen);
      if (doubt === null) {
        const { result } = seen;
        const isTimed = result.latencyMs === null || !process.wasBusy(result.durationMs);
        return { result: isTimed ? result : { ...result, latencyMs: null }, suspect: false };
      }
      doubted = { class: doubt, since: doubted?.class === doubt ? doubted.since : now(), lastAt: now() };
      return { result: heldBack(seen.result, doubt), suspect: true };
    },
    heardTime() {
      knownSteps = process.clockSteps();
    },
    state() {
      if (doubted && now() - doubted.lastAt > CALM_MS) doubted = undefined;
      return doubted ? { class: doubted.class, since: doubted.since } : null;
    },
  };
}

const isOurs = (found: FailureClass | null): found is ObserverClass => found?.startsWith('observer.') ?? false;
const isTimeout = (found: FailureClass) => found.includes('timeout');

function heldBack(result: ProbeResult, doubt: ObserverClass): ProbeResult {
  const { sentence, firstAction } = FAILURE_CLASSES[doubt];
  const saw = isOurs(result.class) || result.class === null ? '' : ` It saw: ${FAILURE_CLASSES[result.class].sentence}`;
  return { ...result, outcome: 'unknown', class: doubt, summary: `${sentence}${saw}`, firstAction, latencyMs: null };
}
