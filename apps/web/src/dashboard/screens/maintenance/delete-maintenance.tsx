import type { Maintenance } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { maintenanceQuery, maintenancesQuery } from '../../api/queries.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';

export function DeleteMaintenance({ maintenance: { id, title, active } }: { maintenance: Maintenance }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = async () => {
    await api.delete(`/maintenance/${id}`);
    // What was typed belongs to what is gone.
    await navigate({ to: '/maintenance', ignoreBlocker: true });
    client.removeQueries({ queryKey: maintenanceQuery(id).queryKey });
    void client.invalidateQueries({ queryKey: maintenancesQuery.queryKey });
    void client.invalidateQueries({ queryKey: ['servers'] });
    announce(`${title} was taken back`);
  };
  return (
    <Confirm
      trigger={<Button look="danger">Delete</Button>}
      title={`Delete ${title}?`}
      action="Delete"
      onConfirm={remove}
    >
      {active
        ? 'The running window ends, and public pages no longer show it.'
        : 'Public pages no longer show it. Uptime that was counted stays as it is.'}
    </Confirm>
  );
}
