import type { GateRegion } from '@alivemcp/contracts';
import { useRegionName } from '../../ui/region-strip.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { Table } from '../../ui/table.tsx';
import { Ago } from '../../ui/time.tsx';
import { shortHash } from '../server/gates/gate-words.ts';
import { BoundedText } from '../server/text/bounded-text.tsx';
import { showHidden } from '../server/text/show-hidden.ts';

const HEAD = (
  <tr>
    <th scope="col">Region</th>
    <th scope="col">State</th>
    <th scope="col">Version</th>
    <th scope="col">Tools</th>
    <th scope="col">What it saw</th>
    <th scope="col">Seen</th>
  </tr>
);

/** The newest that each region saw for a gate. Version and words are the server's. */
export function RegionTable({ regions }: { regions: GateRegion[] }) {
  const nameOf = useRegionName();
  return (
    <Table label="What each region saw last" head={HEAD}>
      {regions.map(({ region, outcome, version, toolsHash, class: failure, summary, checkedAt }) => (
        <tr key={region}>
          <th scope="row" className="whitespace-nowrap">
            {nameOf(region)}
          </th>
          <td>
            <StateMark status={outcome} />
          </td>
          <td className="min-w-24">
            {version === null ? '–' : <code className="prose-code break-all">{showHidden(version)}</code>}
          </td>
          <td>
            {toolsHash === null ? (
              '–'
            ) : (
              <code className="prose-code whitespace-nowrap" title={toolsHash}>
                {shortHash(toolsHash)}
              </code>
            )}
          </td>
          <td className="min-w-72">
            {failure !== null && <code className="prose-code text-muted">{failure}</code>}
            <BoundedText text={summary} />
          </td>
          <td className="figures">
            <Ago iso={checkedAt} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
