import type { Channel, ChannelWithSecret } from '@alivemcp/contracts';
import { api } from '../../api/client.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';

type Props = { channel: Channel; onRotated: (secret: string) => void };

export function RotateSecret({ channel, onRotated }: Props) {
  const rotate = async () => {
    const { secret } = await api.post<ChannelWithSecret>(`/channels/${channel.id}/rotate-secret`);
    onRotated(secret);
    announce('The secret was rotated');
  };
  return (
    <Confirm
      trigger={<Button>Rotate the secret</Button>}
      title="Rotate the signing secret?"
      action="Rotate"
      look="primary"
      onConfirm={rotate}
    >
      A new secret is made and shown once. The present one goes on working for 24 hours: until then every delivery
      carries both signatures. One that was rotated away before stops working now.
    </Confirm>
  );
}
