import type { Delivery } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import { Table } from '../../ui/table.tsx';
import { Ago } from '../../ui/time.tsx';
import { useServerName } from '../../ui/use-server-name.ts';
import { DeliveryState } from './delivery-state.tsx';

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
      {deliveries.map((delivery) => (
        <tr key={delivery.id}>
          <td>
            <DeliveryState delivery={delivery} typeOf={(id) => types.get(id)} />
          </td>
          <th scope="row">
            <Link className="link whitespace-nowrap" to="/deliveries/$deliveryId" params={{ deliveryId: delivery.id }}>
              {delivery.eventType}
            </Link>
          </th>
          <td className="min-w-32 break-words">{delivery.serverId === null ? '–' : serverName(delivery.serverId)}</td>
          <td className="figures">{delivery.attempts}</td>
          <td className="figures">{delivery.nextAttemptAt ? <Ago iso={delivery.nextAttemptAt} /> : '–'}</td>
          <td className="figures">
            <Ago iso={delivery.createdAt} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
