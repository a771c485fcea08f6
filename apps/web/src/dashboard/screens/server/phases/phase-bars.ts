import type { Phase } from '@alivemcp/contracts';

export type Bar = Phase & { startMs: number };

/** Phases one after the other: each begins where the one before it ended. */
export function toBars(phases: readonly Phase[]): Bar[] {
  let startMs = 0;
  return phases.map((phase) => {
    const bar = { ...phase, startMs };
    startMs += phase.ms;
    return bar;
  });
}

/** How long the longest of several probes took: the scale that makes them comparable. */
export function longestMs(probes: (readonly Phase[])[]): number {
  return Math.max(0, ...probes.map((phases) => phases.reduce((sum, { ms }) => sum + ms, 0)));
}
