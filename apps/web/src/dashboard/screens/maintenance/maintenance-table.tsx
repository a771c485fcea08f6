import type { Maintenance } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import { WindowTimes } from '../../parts/maintenance/window-times.tsx';
import { Table } from '../../ui/table.tsx';
import { useNow } from '../../ui/time.tsx';
import { useServerName } from '../../ui/use-server-name.ts';
import { EndMaintenance } from './end-maintenance.tsx';
import { repetitionWords } from './repetition.ts';

const NAMED = 3;

const head = (running: boolean) => (
  <tr>
    <th scope="col">Title</th>
    <th scope="col">When</th>
    <th scope="col">Repeats</th>
    <th scope="col">Servers</th>
    {running && (
      <th scope="col">
        <span className="sr-only">Actions</span>
      </th>
    )}
  </tr>
);

type Props = { label: string; maintenances: Maintenance[]; running?: boolean };

export function MaintenanceTable({ label, maintenances, running = false }: Props) {
  const serverName = useServerName();
  const now = useNow();
  return (
    <Table label={label} head={head(running)}>
      {maintenances.map((maintenance) => {
        const { id, title, rrule, serverIds, window, endsAt } = maintenance;
        const left = serverIds.length - NAMED;
        return (
          <tr key={id}>
            <th scope="row" className="min-w-40">
              <Link className="link break-words" to="/maintenance/$maintenanceId" params={{ maintenanceId: id }}>
                {title}
              </Link>
            </th>
            <td className="figures min-w-44">
              {/* Of a rule that has come to its end the last window is not known. */}
              <WindowTimes window={window ?? maintenance} />
              {window === null && Date.parse(endsAt) > now && <span className="block text-muted">ended early</span>}
            </td>
            <td className="min-w-28 break-words">{repetitionWords(rrule)}</td>
            <td className="min-w-40 wrap-anywhere">
              {serverIds.slice(0, NAMED).map(serverName).join(', ')}
              {left > 0 && ` and ${left} more`}
            </td>
            {running && (
              <td className="text-right">
                <EndMaintenance maintenance={maintenance} />
              </td>
            )}
          </tr>
        );
      })}
    </Table>
  );
}
