import type { Phase, ProbeResult, ProbeTarget } from '@alivemcp/contracts';
import type { Guard } from '@alivemcp/net-guard';
import { type Attempt, attempt } from './attempt.ts';
import { round } from './context.ts';
import { ProbeFailure } from './failure.ts';
import { isNetworkClass } from './is-network-class.ts';
import { timeLimits } from './limits.ts';
import { buildResult } from './result.ts';

export type ProbeDeps = {
  guard: Guard;
  userAgent?: string;
  /** Our own shutdown: the probe ends as `observer.cancelled`, which is never judged. */
  signal?: AbortSignal;
  /** Called for each phase as it ends. A name that comes again replaces the one before; a recheck begins anew. */
  onPhase?: (phase: Phase) => void;
};

/**
 * One check of a remote MCP server, within `target.timeoutMs`. Never throws for what a server does. A network-class
 * failure is looked at once more on a fresh connection; a protocol failure is a fact and is not.
 */
export async function probe(target: ProbeTarget, deps: ProbeDeps): Promise<ProbeResult> {
  const from = performance.now();
  const checked = deps.guard.checkUrl(target.url);
  if (!checked.ok) return buildResult(target, refused(checked.code, checked.message), null, 0);
  const first = await attempt(target, checked.url, deps, target.timeoutMs);
  const elapsed = (): number => performance.now() - from;
  const { recheckPauseMs, recheckMinMs } = timeLimits(target.timeoutMs);
  const left = target.timeoutMs - elapsed() - recheckPauseMs;
  if (first.failure === null || !isNetworkClass(first.failure.failureClass) || left < recheckMinMs)
    return buildResult(target, first, null, round(elapsed()));
  await pause(recheckPauseMs, deps.signal);
  const second = await attempt(target, checked.url, deps, target.timeoutMs - elapsed(), true);
  return buildResult(target, second, first, round(elapsed()));
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    if (signal?.aborted) done();
    else signal?.addEventListener('abort', done, { once: true });
  });
}

const refused = (code: 'url_invalid' | 'address_refused', message: string): Attempt => ({
  startedAt: Date.now(),
  durationMs: 0,
  phases: [],
  facts: { protocol: null, serverInfo: null, capabilities: null, instructions: null },
  certificateValidTo: null,
  spoken: null,
  failure: new ProbeFailure('target.refused', code === 'url_invalid' ? { detail: `Not probed: ${message}.` } : {}),
  auth: null,
  transcript: null,
  secrets: [],
});
