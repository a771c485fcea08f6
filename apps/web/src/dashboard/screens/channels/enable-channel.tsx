import type { Channel, UpdateChannelBody } from '@alivemcp/contracts';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { announce } from '../../ui/announce.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useChannelChanged } from './use-channel-changed.ts';

export function EnableChannel({ channel }: { channel: Channel }) {
  const changed = useChannelChanged();
  const { mutate, variables, isPending, error } = useMutation({
    mutationFn: (enabled: boolean) =>
      api.patch<Channel>(`/channels/${channel.id}`, { enabled } satisfies UpdateChannelBody),
    onSuccess: (updated) => {
      changed(updated);
      announce(updated.enabled ? 'The channel is switched on' : 'The channel is switched off');
    },
  });
  const enabled = isPending ? variables : channel.enabled;
  return (
    <div className="grid content-start gap-2">
      <Switch
        label={enabled ? 'On' : 'Off'}
        hint={
          enabled
            ? 'Events are sent as they happen. Switching it off gives up what is on its way.'
            : channel.disabledReason === null
              ? 'Nothing is sent until it is switched on again.'
              : 'Nothing is sent. Correct what was wrong, then switch it on here.'
        }
        checked={enabled}
        busy={isPending}
        onChange={(next) => mutate(next)}
      />
      {error && <ProblemNotice problem={error} />}
    </div>
  );
}
