import type { Server } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../../api/client.ts';
import { announce } from '../../../ui/announce.tsx';
import { Button } from '../../../ui/button.tsx';
import { Confirm } from '../../../ui/confirm.tsx';

export function DeleteServer({ server }: { server: Server }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = async () => {
    await api.delete(`/servers/${server.id}`);
    announce(`${server.name} is deleted`);
    await navigate({ to: '/servers' });
    client.removeQueries({ queryKey: ['servers', server.id] });
    void client.invalidateQueries({ queryKey: ['servers'] });
  };
  return (
    <div className="grid gap-3">
      <p>Ends its checks and removes its history, its incidents, its public page and its badge.</p>
      <div>
        <Confirm
          trigger={<Button look="danger">Delete this server</Button>}
          title={`Delete ${server.name}?`}
          action="Delete for good"
          typed={server.name}
          onConfirm={remove}
        >
          Its history and incidents go with it, and links to its public page and badge stop working. This cannot be
          undone; pausing can.
        </Confirm>
      </div>
    </div>
  );
}
