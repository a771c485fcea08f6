import type { HousekeepingRun } from '@alivemcp/contracts';
import { Table } from '../../ui/table.tsx';
import { Ago } from '../../ui/time.tsx';

const HEAD = (
  <tr>
    <th scope="col">When</th>
    <th scope="col">What</th>
    <th scope="col">How much</th>
  </tr>
);

export function HousekeepingTable({ runs }: { runs: HousekeepingRun[] }) {
  return (
    <Table label="Housekeeping" head={HEAD}>
      {runs.map(({ at, task, subject, affected }) => (
        <tr key={`${at} ${task} ${subject}`} className="figures">
          <td>
            <Ago iso={at} />
          </td>
          <th scope="row">
            {task} {subject}
          </th>
          <td>{affected.toLocaleString('en')}</td>
        </tr>
      ))}
    </Table>
  );
}
