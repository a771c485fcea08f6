import type { EventType } from '@alivemcp/contracts';

/** What can be chosen for a channel; a test reaches it in any case. */
export const chosenFrom = (types: readonly EventType[]): EventType[] => types.filter((type) => type !== 'channel.test');

/** Event types by the thing they are about (the first part of their names), in their order. */
export function groupEvents(types: readonly EventType[]): { about: string; types: EventType[] }[] {
  const groups = Map.groupBy(types, (type) => type.slice(0, type.indexOf('.')));
  return [...groups].map(([about, members]) => ({ about, types: members }));
}
