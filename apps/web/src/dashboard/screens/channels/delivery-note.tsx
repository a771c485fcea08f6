import type { Channel, Delivery } from '@alivemcp/contracts';
import { Notice } from '../../ui/notice.tsx';
import { Time } from '../../ui/time.tsx';
import { ChannelOff } from './channel-off.tsx';
import { CANCEL_WORDS, holdWords, isHeld, waits } from './delivery-words.ts';
import { MergedNote } from './merged-note.tsx';

type Props = { delivery: Delivery; channel: Channel | undefined };

/** Why a delivery was not sent, or not yet; nothing where it just takes its way. */
export function DeliveryNote({ delivery, channel }: Props) {
  const note = noteOf(delivery, channel);
  return note && <div className="mb-6">{note}</div>;
}

function noteOf(delivery: Delivery, channel: Channel | undefined) {
  const { state, eventType, mergedInto, heldUntil, heldFor, cancelledFor, createdAt } = delivery;
  if (mergedInto !== null) return <MergedNote into={mergedInto} inStorm={heldFor === 'storm'} />;
  if (cancelledFor !== null) {
    return (
      <Notice title="It was not sent, and will not be">
        {CANCEL_WORDS[cancelledFor].sentence} What happened is recorded all the same.
      </Notice>
    );
  }
  if (state === 'failed' && channel?.enabled === false) return <ChannelOff channel={channel} />;
  if (!isHeld(delivery) || heldFor === null || heldUntil === null) return null;
  return (
    <Notice
      title={
        <>
          Held until <Time iso={heldUntil} />
        </>
      }
    >
      {heldFor === 'after' && `It waits ${waits(createdAt, heldUntil)}. `}
      {holdWords(heldFor, eventType).sentence}
    </Notice>
  );
}
