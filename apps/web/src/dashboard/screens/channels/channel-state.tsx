import type { Channel } from '@alivemcp/contracts';
import { Mark } from '../../ui/mark.tsx';
import { For } from '../../ui/time.tsx';
import { channelHealth, HEALTH_WORDS } from './channel-health.ts';

/** In a list: how it is, and since when or why. */
export function ChannelState({ channel }: { channel: Channel }) {
  const health = channelHealth(channel);
  return (
    <>
      <Mark {...HEALTH_WORDS[health]} />
      <span className="block text-sm break-words text-muted">
        {health === 'off' && (channel.disabledReason ?? 'by hand')}
        {health === 'failing' && channel.failingSince && <For iso={channel.failingSince} />}
      </span>
    </>
  );
}
