import {
  type Channel,
  type CreateChannelBody,
  EVENT_TYPES,
  type EventType,
  type UpdateChannelBody,
} from '@alivemcp/contracts';
import { textOf } from '../../ui/form.tsx';

/** What the form for a new webhook sends. Without `events` a channel gets all, also those that will come. */
export function newWebhook(fields: FormData): CreateChannelBody {
  return {
    type: 'webhook',
    url: textOf(fields, 'url') ?? '',
    ...(textOf(fields, 'name') && { name: textOf(fields, 'name') }),
    ...(fields.get('which') === 'chosen' && { events: chosenEvents(fields) }),
  };
}

/** What the form of a channel sends. "All" is left out while it stands; coming back to it names every event. */
export function channelChange(fields: FormData, before: Channel): UpdateChannelBody {
  const all = fields.get('which') === 'all';
  return {
    name: textOf(fields, 'name') ?? '',
    url: textOf(fields, 'url') ?? '',
    ...(all && before.events !== null && { events: [...EVENT_TYPES] }),
    ...(!all && { events: chosenEvents(fields) }),
  };
}

export const getsAll = ({ events }: Pick<Channel, 'events'>): boolean =>
  events === null || EVENT_TYPES.every((type) => events.includes(type));

const chosenEvents = (fields: FormData) => fields.getAll('events') as EventType[];
