import type { InconsistentTools } from '@alivemcp/contracts';
import { Section } from '../../../ui/layout.tsx';
import { useRegionName } from '../../../ui/region-strip.tsx';
import { Table } from '../../../ui/table.tsx';
import { For } from '../../../ui/time.tsx';
import { showHidden } from '../text/show-hidden.ts';
import { INCONSISTENCY_WORDS } from './inconsistency-words.ts';

const HEAD = (
  <tr>
    <th scope="col">List</th>
    <th scope="col">Tools</th>
    <th scope="col">Shown to</th>
  </tr>
);

/** Several tool lists at the same time: which, how long, and who sees which. */
export function Inconsistencies({ found }: { found: InconsistentTools[] }) {
  if (found.length === 0) return null;
  return (
    <Section title="Several tool lists at once">
      <div className="grid gap-6">
        {found.map((each) => (
          <Inconsistency key={each.kind} inconsistency={each} />
        ))}
      </div>
    </Section>
  );
}

function Inconsistency({ inconsistency: { kind, since, lists } }: { inconsistency: InconsistentTools }) {
  const nameOf = useRegionName();
  const { title, sentence } = INCONSISTENCY_WORDS[kind];
  return (
    <div className="min-w-0">
      <h3>
        <span aria-hidden="true" className="text-degraded">
          ▲{' '}
        </span>
        {title}{' '}
        <span className="text-sm font-normal text-muted">
          · <For iso={since} />
        </span>
      </h3>
      <p className="mt-1 mb-3 max-w-prose text-sm">{sentence}</p>
      <Table label={title} head={HEAD}>
        {lists.map(({ hash, count, regions, clientName }, index) => (
          <tr key={`${hash} ${clientName}`}>
            <th scope="row" className="whitespace-nowrap">
              <code className="prose-code" title={hash}>
                {hash.slice(0, 12)}
              </code>
              {index === 0 && <span className="font-normal text-muted"> baseline</span>}
            </th>
            <td className="figures">{count ?? '–'}</td>
            <td className="min-w-40 wrap-anywhere">
              {clientName === null
                ? regions.map(nameOf).join(', ') || 'no region just now'
                : `“${showHidden(clientName)}”`}
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}
