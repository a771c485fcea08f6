import type { Outcome, ProbeRecord } from '@alivemcp/contracts';

export type Phases = readonly ProbeRecord['phases'][number][];

/** Where each phase lies on a line as long as `totalMs`, in percent. Phases follow one another. */
export function phaseBars(phases: Phases, totalMs: number): { left: number; width: number }[] {
  let before = 0;
  return phases.map(({ ms }) => {
    const bar = { left: share(before, totalMs), width: share(ms, totalMs) };
    before += ms;
    return bar;
  });
}

export const totalMs = (phases: Phases): number => phases.reduce((sum, { ms }) => sum + ms, 0);

/**
 * How a phase went. `no` is an answer, too: a server that is up may decline what only tells which revision it speaks.
 * `outcome` is null while the probe runs.
 */
export function howItWent(phase: Phases[number], outcome: Outcome | null): 'ok' | 'no' | 'failed' {
  if (phase.ok) return 'ok';
  return outcome === 'up' || (outcome === null && phase.name === 'discover') ? 'no' : 'failed';
}

const share = (ms: number, total: number): number => (total === 0 ? 0 : (ms / total) * 100);
