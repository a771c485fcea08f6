import type { Server } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { serverQuery } from '../../../api/queries.ts';

/** Shows the server as the API gave it back, and reads again whatever else may show it. */
export function useServerChanged(): (server: Server) => void {
  const client = useQueryClient();
  return (server) => {
    client.setQueryData(serverQuery(server.id).queryKey, server);
    void client.invalidateQueries({ queryKey: ['servers'] });
  };
}
