import type { Channel, ChannelType, CreateChannelBody, EventType, UpdateChannelBody } from '@alivemcp/contracts';
import { textOf } from '../../ui/form.tsx';
import { SETTING_FIELDS } from './setting-fields.ts';

/** What the form for a new channel sends. Without `events` a channel gets all, also those that will come. */
export function newChannel(fields: FormData): CreateChannelBody {
  const type = fields.get('type') as ChannelType;
  const [name, template, events] = [textOf(fields, 'name'), textOf(fields, 'template'), chosenEvents(fields)];
  return {
    type,
    ...filledIn(type, fields),
    ...(template && { template }),
    ...(name && { name }),
    ...(events && { events }),
    // Whatever is missing is for the API to say.
  } as CreateChannelBody;
}

/** Of the form of a channel, what is not so already: a new address makes the channel forget that it was failing. */
export function channelChange(fields: FormData, saved: Channel): UpdateChannelBody {
  const name = textOf(fields, 'name') ?? '';
  const events = chosenEvents(fields);
  return {
    ...(name !== saved.name && { name }),
    ...(String(events) !== String(saved.events) && { events }),
    ...(saved.type === 'webhook' ? webhookChange(fields, saved) : targetChange(fields, saved)),
  };
}

function webhookChange(fields: FormData, saved: Channel): UpdateChannelBody {
  const url = textOf(fields, 'url') ?? '';
  const template = textOf(fields, 'template') ?? null;
  return { ...(url !== saved.url && { url }), ...(template !== saved.template && { template }) };
}

/** What was left empty stays, unless it was said to go; and a topic belongs to its chat, and goes with it. */
function targetChange(fields: FormData, { type }: Channel): UpdateChannelBody {
  const filled = filledIn(type, fields);
  const gone = Object.fromEntries(fields.getAll('without').map((name) => [name, null]));
  return { ...('chatId' in filled && { topicId: null }), ...filled, ...gone };
}

function filledIn(type: ChannelType, fields: FormData): UpdateChannelBody {
  return Object.fromEntries(
    SETTING_FIELDS[type].flatMap(({ name, type }) => {
      const text = textOf(fields, name);
      return text === undefined ? [] : [[name, type === 'number' ? Number(text) : text]];
    }),
  );
}

/** Null are all, in their order. */
const chosenEvents = (fields: FormData): EventType[] | null =>
  fields.get('which') === 'all' ? null : (fields.getAll('events') as EventType[]);
