import type { Channel } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { channelQuery, channelsQuery } from '../../api/queries.ts';

/** Takes over what the API answered to a change, and has the list read again. */
export function useChannelChanged(): (channel: Channel) => void {
  const client = useQueryClient();
  return (channel) => {
    client.setQueryData(channelQuery(channel.id).queryKey, channel);
    void client.invalidateQueries({ queryKey: channelsQuery.queryKey });
  };
}
