import { useInfiniteQuery } from '@tanstack/react-query';
import { toolVersionsQuery } from '../../../api/queries.ts';
import { PagedView } from '../../../ui/query-view.tsx';
import { Table } from '../../../ui/table.tsx';
import { Time } from '../../../ui/time.tsx';
import { showHidden } from '../text/show-hidden.ts';

const HEAD = (
  <tr>
    <th scope="col">Hash</th>
    <th scope="col">Tools</th>
    <th scope="col">Tokens</th>
    <th scope="col">Version of the server</th>
    <th scope="col">Protocol</th>
    <th scope="col">First seen</th>
    <th scope="col">Last seen</th>
  </tr>
);

/** Every tool list the server has shown, newest first. */
export function ToolVersions({ serverId }: { serverId: string }) {
  const query = useInfiniteQuery(toolVersionsQuery(serverId));
  return (
    <PagedView query={query} empty={<p className="text-muted">No list was kept yet.</p>}>
      {(versions) => (
        <Table label="Tool lists so far" head={HEAD}>
          {versions.map((version) => (
            <tr key={`${version.hash} ${version.era} ${version.firstSeenAt}`}>
              <th scope="row">
                <code className="prose-code whitespace-nowrap" title={version.hash}>
                  {version.hash.slice(0, 12)}
                </code>
              </th>
              <td className="figures">{version.count}</td>
              <td className="figures">{version.tokens?.toLocaleString('en') ?? '–'}</td>
              <td className="max-w-48 break-all">{version.serverVersion ? showHidden(version.serverVersion) : '–'}</td>
              <td>{version.era}</td>
              <td className="figures">
                <Time iso={version.firstSeenAt} />
              </td>
              <td className="figures">
                <Time iso={version.lastSeenAt} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </PagedView>
  );
}
