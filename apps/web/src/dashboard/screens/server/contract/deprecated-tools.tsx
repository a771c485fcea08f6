import type { DeprecatedTool } from '@alivemcp/contracts';
import { Section } from '../../../ui/layout.tsx';
import { Mark, type MarkWords } from '../../../ui/mark.tsx';
import { Table } from '../../../ui/table.tsx';
import { Ago } from '../../../ui/time.tsx';
import { showHidden } from '../text/show-hidden.ts';

const HEAD = (
  <tr className="whitespace-nowrap">
    <th scope="col">Tool</th>
    <th scope="col">Now</th>
    <th scope="col">Mark first seen</th>
    <th scope="col">Promised until</th>
    <th scope="col">By its own word since</th>
  </tr>
);
const NOW: Record<'listed' | NonNullable<DeprecatedTool['verdict']>, MarkWords> = {
  listed: { shape: '●', word: 'Still listed', color: 'text-up' },
  kept: { shape: '○', word: 'Removed in time', color: 'text-muted' },
  too_soon: { shape: '✕', word: 'Removed too soon', color: 'text-down' },
};

export function DeprecatedTools({ tools }: { tools: DeprecatedTool[] }) {
  return (
    <Section title="Deprecated tools">
      {tools.length === 0 ? (
        <p className="text-muted">No tool is, or was, marked deprecated.</p>
      ) : (
        <Table label="Deprecated tools" head={HEAD}>
          {tools.map(({ tool, verdict, markedAt, promisedUntil, removedAt, since }) => (
            <tr key={tool}>
              <th scope="row" className="min-w-36">
                <code className="prose-code">{showHidden(tool)}</code>
              </th>
              <td>
                <Mark {...NOW[verdict ?? 'listed']} />
                {removedAt && (
                  <span className="figures block text-muted">
                    <Ago iso={removedAt} />
                  </span>
                )}
              </td>
              <td className="figures">
                <Ago iso={markedAt} />
              </td>
              <td className="figures whitespace-nowrap">{promisedUntil.slice(0, 10)}</td>
              <td className="max-w-48 break-all">{since === null ? '–' : showHidden(since)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}
