import type { Delivery, DeliveryAttempt } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import { milliseconds } from '../../../format/numbers.ts';
import { Spinner } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Ago } from '../../ui/time.tsx';
import { deliveryMark } from './delivery-words.ts';
import { failureSentence } from './failure-sentence.ts';

type Tested = Delivery & { log: DeliveryAttempt[] };

/** What came of a test so far: its last attempt says it. */
export function TestOutcome({ delivery }: { delivery: Tested }) {
  const last = delivery.log.toSorted((one, other) => other.number - one.number)[0];
  return (
    <div role="status" className="text-sm">
      {last ? (
        <>
          <Mark {...deliveryMark(delivery)} />: {attemptText(last)}{' '}
          {delivery.nextAttemptAt && (
            <>
              Next attempt <Ago iso={delivery.nextAttemptAt} />.{' '}
            </>
          )}
        </>
      ) : (
        <span className="inline-flex items-center gap-2">
          <Spinner /> The test is on its way.
        </span>
      )}{' '}
      <Link className="link" to="/deliveries/$deliveryId" params={{ deliveryId: delivery.id }}>
        See the delivery
      </Link>
    </div>
  );
}

function attemptText({ status, durationMs, error }: DeliveryAttempt): string {
  const took = milliseconds(durationMs);
  const answer = status === null ? `no answer after ${took}.` : `answered ${status} in ${took}.`;
  return error === null ? answer : `${answer} ${failureSentence(error) ?? error}`;
}
