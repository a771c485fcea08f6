import { type Channel, cleanText, type EventType, type PutRulesBody } from '@alivemcp/contracts';

export type Listener = Pick<Channel, 'id' | 'name' | 'events' | 'enabled'>;

/** As it is decided when something happens: the first route that stands, or else everyone, of those who take such events. */
export function whoIsTold(
  { routes }: Pick<PutRulesBody, 'routes'>,
  channels: readonly Listener[],
  type: EventType,
): Listener[] {
  const stands = (ids: string[]) => ids.length === 0 || channels.some(({ id }) => ids.includes(id));
  const route = routes.find(
    ({ events, channelIds }) => (events === null || events.includes(type)) && stands(channelIds),
  );
  return channels.filter(
    ({ id, enabled, events }) =>
      enabled && (events === null || events.includes(type)) && (!route || route.channelIds.includes(id)),
  );
}

const list = new Intl.ListFormat('en', { type: 'conjunction' });
export const listed = (words: string[]): string => list.format(words);

/** A name within a sentence, isolated (UAX #9): a name in Hebrew does not turn the words around it, nor a hidden sign. */
export const nameText = (name: string): string => `\u2068${cleanText(name)}\u2069`;

const MAX_NAMES = 6;

/** `Ops and Chat`, `every channel`, `nobody`; of many the first. */
export function namesOf(told: readonly Listener[], channels: readonly Listener[]): string {
  if (told.length === 0) return 'nobody';
  const on = channels.filter(({ enabled }) => enabled);
  if (told.length > 1 && told.length === on.length)
    return on.length === channels.length ? 'every channel' : 'every channel that is switched on';
  const names = told.slice(0, MAX_NAMES).map(({ name }) => nameText(name));
  const more = told.length - names.length;
  return listed(more > 0 ? [...names, `${more} more`] : names);
}
