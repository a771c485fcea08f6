import type { LiveEvent } from '@alivemcp/contracts';
import { useSyncExternalStore } from 'react';

type PhaseEvent = Extract<LiveEvent, { type: 'phase' }>;
type Phases = readonly PhaseEvent['phase'][];
/** Phases of the probe that runs now, by region. */
export type RunningProbe = ReadonlyMap<string, Phases>;

const NONE: RunningProbe = new Map();
const running = new Map<string, RunningProbe>();
const listeners = new Set<() => void>();

/** Keeps a phase of a running probe; a name that comes again replaces its time. They may come before the page asks. */
export function recordPhase({ serverId, region, phase }: PhaseEvent): void {
  const regions = new Map(running.get(serverId));
  const before = regions.get(region) ?? [];
  // Every attempt begins with the name: a second one takes the place of the first.
  const kept = phase.name === 'dns' ? [] : before.filter(({ name }) => name !== phase.name);
  regions.set(region, [...kept, phase]);
  running.set(serverId, regions);
  for (const listener of listeners) listener();
}

/** Forgets the phases of a server, before it is probed again. */
export function forgetPhases(serverId: string): void {
  running.delete(serverId);
  for (const listener of listeners) listener();
}

export function useRunningProbe(serverId: string): RunningProbe {
  return useSyncExternalStore(subscribe, () => running.get(serverId) ?? NONE);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
