import type { Percentiles } from '@alivemcp/contracts';
import type { ReactNode } from 'react';
import { milliseconds } from '../../../../format/numbers.ts';

export const percentilesHead = (first: string) => (
  <tr>
    <th scope="col">{first}</th>
    <th scope="col">p50</th>
    <th scope="col">p95</th>
    <th scope="col">p99</th>
    <th scope="col">Probes</th>
  </tr>
);

export function PercentilesRow({ name, values }: { name: ReactNode; values: Percentiles }) {
  return (
    <tr className="figures whitespace-nowrap">
      <th scope="row">{name}</th>
      <td>{milliseconds(values.p50Ms)}</td>
      <td>{milliseconds(values.p95Ms)}</td>
      <td>{milliseconds(values.p99Ms)}</td>
      <td>{values.count.toLocaleString('en')}</td>
    </tr>
  );
}
