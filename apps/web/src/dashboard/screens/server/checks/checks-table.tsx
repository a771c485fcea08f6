import type { ProbeRecord } from '@alivemcp/contracts';
import { Table } from '../../../ui/table.tsx';
import { CheckRow } from './check-row.tsx';

const HEAD = (
  <tr>
    <th scope="col">Outcome</th>
    <th scope="col">Time</th>
    <th scope="col">Region</th>
    <th scope="col">Class</th>
    <th scope="col">Latency</th>
    <th scope="col">Duration</th>
    <th scope="col">Attempts</th>
    <th scope="col">Reason</th>
  </tr>
);

export function ChecksTable({ probes }: { probes: ProbeRecord[] }) {
  return (
    <Table label="Checks" head={HEAD}>
      {probes.map((probe) => (
        <CheckRow key={`${probe.scheduledAt} ${probe.region} ${probe.reason}`} probe={probe} />
      ))}
    </Table>
  );
}
