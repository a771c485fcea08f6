import type { DeliveryDetail } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import { Fact } from '../../ui/fact.tsx';
import { Ago, Time } from '../../ui/time.tsx';
import { useServerName } from '../../ui/use-server-name.ts';
import { holdWords } from './delivery-words.ts';

/** About which server it tells, and when what became of it. */
export function DeliveryFacts({ delivery }: { delivery: DeliveryDetail }) {
  const serverName = useServerName();
  const { eventType, serverId, createdAt, deliveredAt, nextAttemptAt, heldUntil, heldFor } = delivery;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3 text-sm">
      {serverId !== null && (
        <Fact name="Server">
          <Link className="link" to="/servers/$serverId" params={{ serverId }}>
            {serverName(serverId)}
          </Link>
        </Fact>
      )}
      <Fact name="Created">
        <Time iso={createdAt} />
      </Fact>
      {deliveredAt && heldFor && heldUntil && (
        <Fact name="Was held until">
          <Time iso={heldUntil} /> ({holdWords(heldFor, eventType).short})
        </Fact>
      )}
      {deliveredAt && (
        <Fact name="Delivered">
          <Time iso={deliveredAt} />
        </Fact>
      )}
      {nextAttemptAt && (
        <Fact name="Next attempt">
          <Ago iso={nextAttemptAt} />
        </Fact>
      )}
    </dl>
  );
}
