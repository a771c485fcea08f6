import { type Channel, cleanText } from '@alivemcp/contracts';
import { useState } from 'react';
import { Choice } from '../../ui/choice.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import { CHANNEL_TYPE_WORDS } from '../channels/channel-types.ts';
import type { RouteDraft } from './rules-draft.ts';

type Props = {
  route: RouteDraft;
  channels: Channel[];
  change: (part: Partial<RouteDraft>) => void;
  error: string | undefined;
};

/** So many are shown whether they are ticked or not. */
const FEW = 12;

/** Who is told of the events of a route. Of many channels those are folded away that were not ticked at first. */
export function RouteChannels({ route: { key, nobody, channelIds }, channels, change, error }: Props) {
  const name = `told-${key}`;
  const gone = channelIds.filter((id) => !channels.some((channel) => channel.id === id));
  const tick = (id: string, ticked: boolean) =>
    change({ channelIds: ticked ? [...channelIds, id] : channelIds.filter((each) => each !== id) });
  const invalid = error !== undefined || undefined;
  const [first] = useState(channelIds);
  const isOpen = channels.length <= FEW || first.length === 0;
  const folded = isOpen ? [] : channels.filter(({ id }) => !first.includes(id));
  const foldedTicks = folded.filter(({ id }) => channelIds.includes(id)).length;
  const row = (channel: Channel) => (
    <li key={channel.id}>
      <Checkbox
        label={<ChannelLabel channel={channel} />}
        checked={channelIds.includes(channel.id)}
        onChange={({ target }) => tick(channel.id, target.checked)}
        aria-invalid={invalid}
      />
    </li>
  );
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
        <div className="grid gap-2 pl-7">
          <ul className="grid gap-2 empty:hidden">
            {gone.map((id) => (
              <li key={id}>
                <Checkbox
                  label="A channel that was deleted"
                  checked
                  onChange={() => tick(id, false)}
                  aria-invalid={invalid}
                />
              </li>
            ))}
            {channels.filter((channel) => !folded.includes(channel)).map(row)}
          </ul>
          {folded.length > 0 && (
            <details className="min-w-0">
              <summary className="min-h-6 text-muted">
                {folded.length} more{foldedTicks > 0 && `, ${foldedTicks} of them ticked`}
              </summary>
              <ul className="mt-2 grid gap-2">{folded.map(row)}</ul>
            </details>
          )}
        </div>
      )}
      <Choice name={name} value="nobody" label="Nobody" checked={nobody} choose={() => change({ nobody: true })} />
      <FieldError error={error} />
    </fieldset>
  );
}

function ChannelLabel({ channel: { name, type, enabled } }: { channel: Channel }) {
  return (
    <span className="wrap-anywhere">
      <bdi>{cleanText(name)}</bdi>{' '}
      <span className="text-sm text-muted">
        {CHANNEL_TYPE_WORDS[type].word}
        {!enabled && ', switched off'}
      </span>
    </span>
  );
}
