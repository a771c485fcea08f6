import type { NewEvent } from './new-event.ts';

/** Of a server or an incident one event a round, in their order: each goes by what the one before it has left. */
export function inRounds<T extends { event: NewEvent }>(news: readonly T[]): T[][] {
  const rounds: T[][] = [];
  const emitted = new Map<string, number>();
  for (const one of news) {
    const { data, incidentId } = one.event;
    const about = data.server?.id ?? incidentId ?? data.dedupKey;
    const round = emitted.get(about) ?? 0;
    emitted.set(about, round + 1);
    rounds[round] = [...(rounds[round] ?? []), one];
  }
  return rounds;
}
