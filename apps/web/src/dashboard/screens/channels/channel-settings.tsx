import type { Channel } from '@alivemcp/contracts';
import { api } from '../../api/client.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { channelChange } from './channel-body.ts';
import { ChannelFields } from './channel-fields.tsx';
import { useChannelChanged } from './use-channel-changed.ts';

export function ChannelSettings({ channel }: { channel: Channel }) {
  const changed = useChannelChanged();
  return (
    <Form<Channel>
      label="Settings of the channel"
      className="grid max-w-3xl gap-5"
      submit={(fields) => api.patch(`/channels/${channel.id}`, channelChange(fields))}
      onDone={(updated) => {
        changed(updated);
        announce('The settings were saved');
      }}
    >
      {({ problem, busy }) => (
        <>
          <ChannelFields channel={channel} problem={problem} />
          <div>
            <Button type="submit" look="primary" busy={busy}>
              Save settings
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}
