import type { Channel } from '@alivemcp/contracts';
import { Mark } from '../../ui/mark.tsx';

export function ChannelState({ channel }: { channel: Channel }) {
  if (channel.enabled) return <Mark shape="●" word="Enabled" color="text-up" />;
  return (
    <>
      <Mark shape="‖" word="Disabled" color="text-unknown" />
      {channel.disabledReason && <span className="block text-sm break-words text-muted">{channel.disabledReason}</span>}
    </>
  );
}
