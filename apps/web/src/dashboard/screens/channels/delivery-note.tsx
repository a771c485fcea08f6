import type { Delivery } from '@alivemcp/contracts';
import { duration } from '../../../format/numbers.ts';
import { Notice } from '../../ui/notice.tsx';
import { Time } from '../../ui/time.tsx';
import { CANCEL_WORDS, holdWords, isHeld } from './delivery-words.ts';
import { MergedNote } from './merged-note.tsx';

/** Why a delivery was not sent, or not yet; nothing where it just takes its way. */
export function DeliveryNote({ delivery }: { delivery: Delivery }) {
  const note = noteOf(delivery);
  return note && <div className="mb-6">{note}</div>;
}

function noteOf(delivery: Delivery) {
  const { eventType, mergedInto, heldUntil, heldFor, cancelledFor, createdAt } = delivery;
  if (mergedInto !== null) return <MergedNote into={mergedInto} inStorm={heldFor === 'storm'} />;
  if (cancelledFor !== null) {
    return (
      <Notice title="It was not sent, and will not be">
        {CANCEL_WORDS[cancelledFor].sentence} What happened is recorded all the same.
      </Notice>
    );
  }
  if (!isHeld(delivery) || heldFor === null || heldUntil === null) return null;
  return (
    <Notice
      title={
        <>
          Held until <Time iso={heldUntil} />
        </>
      }
    >
      {heldFor === 'after' && `It waits ${duration(Date.parse(heldUntil) - Date.parse(createdAt))}. `}
      {holdWords(heldFor, eventType).sentence}
    </Notice>
  );
}
