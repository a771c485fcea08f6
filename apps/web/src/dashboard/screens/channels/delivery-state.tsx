import type { Delivery } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Mark } from '../../ui/mark.tsx';
import { Time } from '../../ui/time.tsx';
import { CANCEL_WORDS, deliveryMark, holdWords, isHeld } from './delivery-words.ts';

type Props = { delivery: Delivery; typeOf: (deliveryId: string) => string | undefined };

/** In a list: how it stands, and why where that is a rule's doing. */
export function DeliveryState({ delivery, typeOf }: Props) {
  const { eventType, mergedInto, heldUntil, heldFor, cancelledFor } = delivery;
  return (
    <>
      <Mark {...deliveryMark(delivery)} />
      {mergedInto !== null && (
        <Below>
          into{' '}
          <Link className="link" to="/deliveries/$deliveryId" params={{ deliveryId: mergedInto }}>
            {typeOf(mergedInto) ?? 'another delivery'}
          </Link>
        </Below>
      )}
      {mergedInto === null && cancelledFor !== null && <Below>{CANCEL_WORDS[cancelledFor].short}</Below>}
      {isHeld(delivery) && heldFor !== null && heldUntil !== null && (
        <Below>
          until <Time iso={heldUntil} />
          <span className="block">{holdWords(heldFor, eventType).short}</span>
        </Below>
      )}
    </>
  );
}

const Below = ({ children }: { children: ReactNode }) => (
  <span className="block whitespace-nowrap text-muted">{children}</span>
);
