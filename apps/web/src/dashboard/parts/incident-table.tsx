import type { Incident } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import { Mark } from '../ui/mark.tsx';
import { Table } from '../ui/table.tsx';
import { Ago } from '../ui/time.tsx';
import { useServerName } from '../ui/use-server-name.ts';
import { INCIDENT_KIND_WORDS, INCIDENT_STATE_WORDS } from './incident-words.ts';
import { Lasted } from './lasted.tsx';
import { useAuthorName } from './use-author-name.ts';

const head = (withServer: boolean) => (
  <tr>
    <th scope="col">State</th>
    <th scope="col">Incident</th>
    {withServer && <th scope="col">Server</th>}
    <th scope="col">Kind</th>
    <th scope="col">Opened</th>
    <th scope="col">Duration</th>
    <th scope="col">Acknowledged by</th>
  </tr>
);

/** `withServer` where they are not all of one. */
export function IncidentTable({ incidents, withServer }: { incidents: Incident[]; withServer: boolean }) {
  const serverName = useServerName();
  const authorName = useAuthorName();
  return (
    <Table label="Incidents" head={head(withServer)}>
      {incidents.map((incident) => (
        <tr key={incident.id}>
          <td>
            <Mark {...INCIDENT_STATE_WORDS[incident.state]} />
          </td>
          <th scope="row" className="min-w-56">
            <Link className="link break-words" to="/incidents/$incidentId" params={{ incidentId: incident.id }}>
              {incident.title}
            </Link>
          </th>
          {withServer && (
            <td className="min-w-36">
              <Link className="link break-words" to="/servers/$serverId" params={{ serverId: incident.serverId }}>
                {serverName(incident.serverId)}
              </Link>
            </td>
          )}
          <td>
            <span className="whitespace-nowrap">{INCIDENT_KIND_WORDS[incident.kind]}</span>
            {incident.class && <code className="prose-code block whitespace-nowrap text-muted">{incident.class}</code>}
          </td>
          <td className="figures">
            <Ago iso={incident.openedAt} />
          </td>
          <td>
            <Lasted incident={incident} />
          </td>
          <td className="min-w-32 break-words">
            {incident.acknowledgedBy === null ? (
              <span className="text-muted">{incident.resolvedAt === null ? 'Nobody yet' : 'Nobody'}</span>
            ) : (
              authorName(incident.acknowledgedBy)
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
