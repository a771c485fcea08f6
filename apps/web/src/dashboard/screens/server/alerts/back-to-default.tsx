import { cleanText, type Server } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import { serverRulesQuery } from '../../../api/queries.ts';
import { announce } from '../../../ui/announce.tsx';
import { Button } from '../../../ui/button.tsx';
import { Confirm } from '../../../ui/confirm.tsx';

export function BackToDefault({ server, onDone }: { server: Server; onDone: () => void }) {
  const client = useQueryClient();
  const remove = async () => {
    await api.delete(`/servers/${server.id}/rules`);
    await client.invalidateQueries({ queryKey: serverRulesQuery(server.id).queryKey });
    announce('The default holds again');
    onDone();
  };
  return (
    <Confirm
      trigger={<Button>Go back to the default</Button>}
      title="Go back to the default?"
      action="Go back"
      onConfirm={remove}
    >
      The rules of <bdi>{cleanText(server.name)}</bdi> are deleted, and those of the workspace hold for it from now on.
      What waits already keeps its time.
    </Confirm>
  );
}
