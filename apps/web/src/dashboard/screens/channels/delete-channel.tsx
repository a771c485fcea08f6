import type { Channel } from '@alivemcp/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { channelsQuery, rulesQuery } from '../../api/queries.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { lossText } from '../rules/loss-text.ts';

export function DeleteChannel({ channel }: { channel: Channel }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = async () => {
    await api.delete(`/channels/${channel.id}`);
    await navigate({ to: '/channels' });
    void client.invalidateQueries({ queryKey: channelsQuery.queryKey });
    announce(`${channel.name} was deleted`);
  };
  return (
    <Confirm
      trigger={<Button look="danger">Delete the channel</Button>}
      title={`Delete ${channel.name}?`}
      action="Delete"
      typed={channel.name}
      onConfirm={remove}
    >
      Nothing is sent to it any more, and its deliveries are deleted too. <RulesLoss id={channel.id} /> This cannot be
      undone.
    </Confirm>
  );
}

/** Read when it is asked: most who look at a channel do not delete it. */
function RulesLoss({ id }: { id: string }) {
  const { data: rules } = useQuery(rulesQuery);
  return lossText(rules, id);
}
