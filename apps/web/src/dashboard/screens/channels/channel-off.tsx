import type { Channel } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import { Notice } from '../../ui/notice.tsx';

/** Why a delivery that failed is tried no more, even if it had attempts left, and where to begin. */
export function ChannelOff({ channel: { id, name, disabledReason } }: { channel: Channel }) {
  return (
    <Notice look="warning" title="Its channel is switched off">
      <p className="max-w-prose wrap-anywhere">
        {disabledReason} What was on its way then is not tried any more. Switch{' '}
        <Link className="link" to="/channels/$channelId" params={{ channelId: id }}>
          {name}
        </Link>{' '}
        on, then this can be sent again.
      </p>
    </Notice>
  );
}
