import type { Channel } from '@alivemcp/contracts';
import { Choice } from '../../ui/choice.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { CHANNEL_TYPE_WORDS } from '../channels/channel-types.ts';
import { FieldError } from './field-error.tsx';
import type { RouteDraft } from './rules-draft.ts';

type Props = {
  route: RouteDraft;
  channels: Channel[];
  change: (part: Partial<RouteDraft>) => void;
  error: string | undefined;
};

/** Who is told of the events of a route. */
export function RouteChannels({ route: { key, nobody, channelIds }, channels, change, error }: Props) {
  const name = `told-${key}`;
  const gone = channelIds.filter((id) => !channels.some((channel) => channel.id === id));
  const tick = (id: string, ticked: boolean) =>
    change({ channelIds: ticked ? [...channelIds, id] : channelIds.filter((each) => each !== id) });
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1.5 font-medium">Told to</legend>
      <Choice
        name={name}
        value="channels"
        label="These channels"
        checked={!nobody}
        choose={() => change({ nobody: false })}
      />
      {!nobody && (
        <ul className="grid gap-2 pl-7">
          {channels.map((channel) => (
            <li key={channel.id}>
              <Checkbox
                label={<ChannelLabel channel={channel} />}
                checked={channelIds.includes(channel.id)}
                onChange={({ target }) => tick(channel.id, target.checked)}
                aria-invalid={error !== undefined || undefined}
              />
            </li>
          ))}
          {gone.map((id) => (
            <li key={id}>
              <Checkbox label="A channel that was deleted" checked onChange={() => tick(id, false)} />
            </li>
          ))}
        </ul>
      )}
      <Choice name={name} value="nobody" label="Nobody" checked={nobody} choose={() => change({ nobody: true })} />
      <FieldError error={error} />
    </fieldset>
  );
}

function ChannelLabel({ channel: { name, type, enabled } }: { channel: Channel }) {
  return (
    <span className="wrap-anywhere">
      {name}{' '}
      <span className="text-sm text-muted">
        {CHANNEL_TYPE_WORDS[type].word}
        {!enabled && ', switched off'}
      </span>
    </span>
  );
}
