import type { ProbeResult } from '@alivemcp/contracts';
import type { GateReason } from './gate/judge.ts';

/** What scripts rely on. 64 and 70 are EX_USAGE and EX_SOFTWARE of sysexits.h. */
export const EXIT = { ok: 0, down: 1, degraded: 2, credentials: 3, usage: 64, fault: 70 } as const;

/** `diff` found a change of the class that was asked for. */
export const EXIT_DRIFT = 1;

/** `gate` did not pass in time. */
const EXIT_NOT_PASSED = 1;

export function exitCodeOf({ outcome, posture, class: failure }: ProbeResult): number {
  if (failure === 'target.refused') return EXIT.usage;
  if (outcome === 'unknown') return EXIT.fault;
  if (outcome === 'down') return EXIT.down;
  if (outcome === 'degraded') return EXIT.degraded;
  return posture === 'auth_required' || posture === 'credential_rejected' ? EXIT.credentials : EXIT.ok;
}

/** Of a gate that is over; `reason` is null when it passed. */
export function exitCodeOfGate(reason: GateReason | null): number {
  if (reason === null) return EXIT.ok;
  if (reason === 'target_refused') return EXIT.usage;
  return reason === 'not_observed' ? EXIT.fault : EXIT_NOT_PASSED;
}
