import type { Gate } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import { Mark } from '../../../ui/mark.tsx';
import { Table } from '../../../ui/table.tsx';
import { Ago } from '../../../ui/time.tsx';
import { BoundedText } from '../text/bounded-text.tsx';
import { Expectation } from './expectation.tsx';
import { GATE_STATE_WORDS, waitedText } from './gate-words.ts';
import { SeenByRegions } from './seen-by-regions.tsx';
import { UnmetList } from './unmet-list.tsx';

const HEAD = (
  <tr>
    <th scope="col">State</th>
    <th scope="col">Started</th>
    <th scope="col">Waited</th>
    <th scope="col">Expected</th>
    <th scope="col">Why</th>
  </tr>
);

/** Gates that are decided. */
export function GateTable({ gates }: { gates: Gate[] }) {
  return (
    <Table label="Gates" head={HEAD}>
      {gates.map((gate) => (
        <tr key={gate.id}>
          <td>
            <Mark {...GATE_STATE_WORDS[gate.state]} />
          </td>
          <th scope="row" className="figures">
            <Link className="link" to="/gates/$gateId" params={{ gateId: gate.id }}>
              <Ago iso={gate.createdAt} />
            </Link>
          </th>
          <td className="figures whitespace-nowrap">{waitedText(gate)}</td>
          <td className="min-w-40">
            <Expectation gate={gate} />
          </td>
          <td className="min-w-72">
            {gate.unmet.length > 0 ? <UnmetList unmet={gate.unmet} /> : <BoundedText text={gate.summary} />}
            {gate.regions.length > 0 && (
              <details className="mt-1">
                <summary className="min-h-6">What each region saw last</summary>
                <SeenByRegions regions={gate.regions} />
              </details>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
