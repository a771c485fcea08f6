import type { Delivery } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import { Mark } from '../../ui/mark.tsx';
import { Table } from '../../ui/table.tsx';
import { Ago } from '../../ui/time.tsx';
import { useServerName } from '../../ui/use-server-name.ts';
import { deliveryMark } from './delivery-words.ts';

const HEAD = (
  <tr>
    <th scope="col">State</th>
    <th scope="col">Event</th>
    <th scope="col">Server</th>
    <th scope="col">Attempts</th>
    <th scope="col">Next attempt</th>
    <th scope="col">Created</th>
  </tr>
);

export function DeliveryTable({ deliveries }: { deliveries: Delivery[] }) {
  const serverName = useServerName();
  const types = new Map(deliveries.map(({ id, eventType }) => [id, eventType]));
  return (
    <Table label="Deliveries" head={HEAD}>
      {deliveries.map(({ id, state, mergedInto, eventType, serverId, attempts, nextAttemptAt, createdAt }) => (
        <tr key={id}>
          <td>
            <Mark {...deliveryMark({ state, mergedInto })} />
            {mergedInto !== null && (
              <span className="block whitespace-nowrap">
                into{' '}
                <Link className="link" to="/deliveries/$deliveryId" params={{ deliveryId: mergedInto }}>
                  {types.get(mergedInto) ?? 'another delivery'}
                </Link>
              </span>
            )}
          </td>
          <th scope="row">
            <Link className="link whitespace-nowrap" to="/deliveries/$deliveryId" params={{ deliveryId: id }}>
              {eventType}
            </Link>
          </th>
          <td className="min-w-32 break-words">{serverId === null ? '–' : serverName(serverId)}</td>
          <td className="figures">{attempts}</td>
          <td className="figures">{nextAttemptAt ? <Ago iso={nextAttemptAt} /> : '–'}</td>
          <td className="figures">
            <Ago iso={createdAt} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
