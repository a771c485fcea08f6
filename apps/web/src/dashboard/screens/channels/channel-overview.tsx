import type { Channel } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import { Fact } from '../../ui/fact.tsx';
import { Card } from '../../ui/layout.tsx';
import { Mark } from '../../ui/mark.tsx';
import { For, Time } from '../../ui/time.tsx';
import { type ChannelHealth, channelHealth, HEALTH_WORDS } from './channel-health.ts';
import { CHANNEL_TYPE_WORDS, TARGET_WORDS } from './channel-types.ts';
import { EnableChannel } from './enable-channel.tsx';
import { eventsText } from './events-text.ts';
import { SendTest } from './send-test.tsx';

const EDGE: Record<ChannelHealth, string> = {
  sound: 'border-l-up',
  failing: 'border-l-degraded',
  off: 'border-l-unknown',
};

/** How a channel is, what is known of it, and what can be done at once. */
export function ChannelOverview({ channel }: { channel: Channel }) {
  const health = channelHealth(channel);
  return (
    <Card className={`grid gap-5 border-l-4 ${EDGE[health]}`}>
      <div className="grid gap-1">
        <p className="text-lg">
          <Mark {...HEALTH_WORDS[health]} />
        </p>
        <p className="max-w-prose text-sm text-pretty wrap-anywhere">
          <Why channel={channel} health={health} />
        </p>
      </div>
      <dl className="flex flex-wrap gap-x-8 gap-y-3 text-sm">
        <Fact name="Type">{CHANNEL_TYPE_WORDS[channel.type].word}</Fact>
        <Fact name={TARGET_WORDS[channel.type]}>
          <code className="prose-code">{channel.target}</code>
        </Fact>
        <Fact name="Events">{eventsText(channel)}</Fact>
        {channel.type === 'webhook' && (
          <Fact name="Body">{channel.template === null ? 'The event' : 'One of your own'}</Fact>
        )}
        <Fact name="Added">
          <Time iso={channel.createdAt} />
        </Fact>
      </dl>
      <p className="text-sm text-muted">
        <Link className="link" to="/rules">
          Alert rules
        </Link>{' '}
        may send it less.
      </p>
      <div className="grid gap-4 border-t border-line pt-4 sm:grid-cols-2">
        <EnableChannel channel={channel} />
        {channel.enabled ? (
          <SendTest channelId={channel.id} />
        ) : (
          <p className="text-sm text-muted">A test can be sent once it is on.</p>
        )}
      </div>
    </Card>
  );
}

function Why({ channel: { failingSince, disabledReason }, health }: { channel: Channel; health: ChannelHealth }) {
  if (health === 'off') return disabledReason ?? 'Somebody switched it off here or by the API.';
  if (health === 'sound' || failingSince === null) return 'Nothing that was sent to it fails now.';
  return (
    <>
      Every attempt has failed <For iso={failingSince} />, since <Time iso={failingSince} />. Why stands in the
      deliveries below. After five days it is switched off.
    </>
  );
}
