import type { EventType } from '@alivemcp/contracts';
import { EVENT_NOUNS, ROUTED, type RoutedEvent } from './routed-events.ts';
import { type Listener, listed, namesOf } from './who-is-told.ts';

/** The ends of outages go where their beginnings went. */
const WITH_OUTAGES: EventType[] = ['server.down', 'server.recovered', 'incident.resolved'];

type Group = { told: Listener[]; types: RoutedEvent[] };

/** Who is told of what is no outage: what most events have in common comes last, as all the rest. */
export function otherSentences(
  toldOf: (type: EventType) => Listener[],
  channels: readonly Listener[],
  outage: ReadonlySet<Listener>,
): string[] {
  const groups = groupByTold(toldOf);
  const rest = groups.reduce((most, each) => (each.types.length > most.types.length ? each : most));
  const named = groups.filter((each) => each !== rest).map((each) => sentence(each, channels));
  if (rest.told.length === 0) return [...named, 'Nobody is told of anything else.'];
  const isSame = rest.told.length === outage.size && rest.told.every((each) => outage.has(each));
  return [...named, `Everything else is told to ${namesOf(rest.told, channels)}${isSame ? ', too' : ''}.`];
}

function groupByTold(toldOf: (type: EventType) => Listener[]): Group[] {
  const groups = new Map<string, Group>();
  for (const type of ROUTED.filter((each) => !WITH_OUTAGES.includes(each))) {
    const told = toldOf(type);
    const key = told.map(({ id }) => id).join();
    groups.set(key, { told, types: [...(groups.get(key)?.types ?? []), type] });
  }
  return [...groups.values()];
}

function sentence({ told, types }: Group, channels: readonly Listener[]): string {
  const nouns = listed(types.map((type) => EVENT_NOUNS[type]));
  const verb = types.length === 1 ? 'is' : 'are';
  return `${nouns.charAt(0).toUpperCase()}${nouns.slice(1)} ${verb} told to ${namesOf(told, channels)}.`;
}
