import type { EventType } from '@alivemcp/contracts';

/** They go where a rule or the outage itself sends them, or to the channel under test, whatever a channel chose. */
const IN_ANY_CASE: readonly EventType[] = [
  'channel.test',
  'incident.reminder',
  'incident.escalated',
  'servers.down',
  'servers.recovered',
];

export const comesInAnyCase = (type: EventType): boolean => IN_ANY_CASE.includes(type);

/** What can be chosen for a channel; and what was chosen by the API already, so that saving does not lose it. */
export const chosenFrom = (types: readonly EventType[], chosen: readonly EventType[] = []): EventType[] =>
  types.filter((type) => !comesInAnyCase(type) || chosen.includes(type));

/** Event types by the thing they are about (the first part of their names), in their order. */
export function groupEvents(types: readonly EventType[]): { about: string; types: EventType[] }[] {
  const groups = Map.groupBy(types, (type) => type.slice(0, type.indexOf('.')));
  return [...groups].map(([about, members]) => ({ about, types: members }));
}
