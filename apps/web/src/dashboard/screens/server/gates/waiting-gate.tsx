import type { Gate } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import { Spinner } from '../../../ui/button.tsx';
import { Fact } from '../../../ui/fact.tsx';
import { Card } from '../../../ui/layout.tsx';
import { Ago } from '../../../ui/time.tsx';
import { Expectation } from './expectation.tsx';
import { roundsText } from './gate-words.ts';
import { SeenByRegions } from './seen-by-regions.tsx';
import { UnmetList } from './unmet-list.tsx';

/** How a gate stands that is not decided yet. */
export function WaitingGate({ gate }: { gate: Gate }) {
  return (
    <Card className="grid gap-4 border-l-4 border-l-accent">
      <h3 className="flex flex-wrap items-center gap-2">
        <Spinner />
        <Link className="link" to="/gates/$gateId" params={{ gateId: gate.id }}>
          Waiting
        </Link>{' '}
        <span className="figures font-normal text-muted">{roundsText(gate)}</span>
      </h3>
      <div role="status" className="empty:hidden">
        {gate.unmet.length > 0 && <UnmetList unmet={gate.unmet} />}
      </div>
      {gate.regions.length > 0 && <SeenByRegions regions={gate.regions} />}
      <dl className="flex flex-wrap gap-x-8 gap-y-3 text-sm">
        <Fact name="Expected">
          <Expectation gate={gate} />
        </Fact>
        <Fact name="Started">
          <Ago iso={gate.createdAt} />
        </Fact>
        <Fact name="Time is over">
          <Ago iso={gate.deadlineAt} />
        </Fact>
      </dl>
    </Card>
  );
}
