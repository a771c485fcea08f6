import type { Server } from '@alivemcp/contracts';
import { milliseconds } from '../../../../format/numbers.ts';
import { Section } from '../../../ui/layout.tsx';
import { useRegionName } from '../../../ui/region-strip.tsx';
import { StateMark } from '../../../ui/state-mark.tsx';
import { Table } from '../../../ui/table.tsx';
import { Ago } from '../../../ui/time.tsx';

const HEAD = (
  <tr>
    <th scope="col">Region</th>
    <th scope="col">State</th>
    <th scope="col">Class</th>
    <th scope="col">Latency</th>
    <th scope="col">Checked</th>
  </tr>
);

export function RegionTable({ server }: { server: Server }) {
  const nameOf = useRegionName();
  return (
    <Section title="Regions">
      <Table label="Regions" head={HEAD}>
        {server.regions.map((row) => (
          <tr key={row.region}>
            <th scope="row">{nameOf(row.region)}</th>
            <td>
              <StateMark status={row.status} />
            </td>
            <td>{row.class ? <code className="prose-code whitespace-nowrap">{row.class}</code> : '–'}</td>
            <td className="figures whitespace-nowrap">{milliseconds(row.latencyMs)}</td>
            <td className="figures">{row.checkedAt ? <Ago iso={row.checkedAt} /> : 'not yet'}</td>
          </tr>
        ))}
      </Table>
    </Section>
  );
}
