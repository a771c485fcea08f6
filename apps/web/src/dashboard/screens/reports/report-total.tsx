import type { SlaFigures } from '@alivemcp/contracts';
import type { ReactNode } from 'react';
import { duration, milliseconds, percent } from '../../../format/numbers.ts';
import { Fact } from '../../ui/fact.tsx';
import { Card } from '../../ui/layout.tsx';
import { BudgetBar } from './budget-bar.tsx';

/** All servers as one. */
export function ReportTotal({ total, running }: { total: SlaFigures; running: boolean }) {
  const { incidents, latency, handshakes } = total;
  return (
    <Card>
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-4 print:grid-cols-4">
        <Fact name="Availability">
          <Share value={total.availabilityPercent} note={`down ${duration(total.downMs ?? 0)}`} />
        </Fact>
        <Fact name="Error budget">
          <BudgetBar budget={total.budget} running={running} />
        </Fact>
        <Fact name="Incidents">
          <Figure note={incidents.count > incidents.resolved && `${incidents.count - incidents.resolved} open`}>
            {incidents.count}
          </Figure>
        </Fact>
        <Fact name="Handshakes that succeed">
          <Share value={handshakes.successPercent} note={`of ${handshakes.count.toLocaleString('en')}`} />
        </Fact>
        <Fact name="Mean time to recovery (MTTR)">{lasting(incidents.mttrMs)}</Fact>
        <Fact name="Mean time between failures (MTBF)">{lasting(incidents.mtbfMs)}</Fact>
        <Fact name="Mean time to detect (MTTD)">{lasting(incidents.detectMs)}</Fact>
        <Fact name="Latency p50 · p95 · p99">
          {[latency.p50Ms, latency.p95Ms, latency.p99Ms].map(milliseconds).join(' · ')}
        </Fact>
      </dl>
    </Card>
  );
}

const lasting = (ms: number | null): string => (ms === null ? '–' : duration(ms));

/** A share, with what it is one of. */
function Share({ value, note }: { value: number | null; note: string }) {
  return value === null ? percent(value) : <Figure note={note}>{percent(value)}</Figure>;
}

function Figure({ note, children }: { note: string | false; children: ReactNode }) {
  return (
    <>
      <span className="figures text-2xl font-semibold">{children}</span>
      {note && <span className="figures block text-sm text-muted">{note}</span>}
    </>
  );
}
