import type { Latency } from '@alivemcp/contracts';
import { Table } from '../../../ui/table.tsx';
import { Time } from '../../../ui/time.tsx';
import { PercentilesRow, percentilesHead } from './percentiles-row.tsx';

/** The points of the chart, newest first. */
export function LatencyTable({ latency }: { latency: Latency }) {
  const points = latency.points.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <Table label="Latency over time" head={percentilesHead(latency.step === '1d' ? 'Day from' : 'From')}>
      {points.map((point) => (
        <PercentilesRow key={point.at} name={<Time iso={point.at} />} values={point} />
      ))}
    </Table>
  );
}
