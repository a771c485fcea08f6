import type { StatusPage } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import { Table } from '../../ui/table.tsx';
import { Ago } from '../../ui/time.tsx';
import { PublishedMark } from './published-mark.tsx';

const HEAD = (
  <tr>
    <th scope="col">State</th>
    <th scope="col">Page</th>
    <th scope="col">Address</th>
    <th scope="col">Servers</th>
    <th scope="col">Changed</th>
  </tr>
);

export function StatusPageTable({ pages }: { pages: StatusPage[] }) {
  return (
    <Table label="Status pages" head={HEAD}>
      {pages.map(({ id, title, slug, published, servers, updatedAt }) => (
        <tr key={id}>
          <td>
            <PublishedMark published={published} />
          </td>
          <th scope="row" className="min-w-40">
            <Link className="link break-words" to="/status-pages/$pageId" params={{ pageId: id }}>
              {title}
            </Link>
          </th>
          <td className="min-w-40">
            {published ? (
              <a className="link break-all" href={`/status/${slug}`}>
                /status/{slug}
              </a>
            ) : (
              <span className="break-all text-muted">/status/{slug}</span>
            )}
          </td>
          <td className="figures">{servers.length}</td>
          <td className="figures">
            <Ago iso={updatedAt} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
