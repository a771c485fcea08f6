import type { CreateChannelBody, EventType, UpdateChannelBody } from '@alivemcp/contracts';
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

/** What the form of a channel sends; null are all events, also those that will come. */
export function channelChange(fields: FormData): UpdateChannelBody {
  return {
    name: textOf(fields, 'name') ?? '',
    url: textOf(fields, 'url') ?? '',
    events: fields.get('which') === 'all' ? null : chosenEvents(fields),
  };
}

const chosenEvents = (fields: FormData) => fields.getAll('events') as EventType[];
