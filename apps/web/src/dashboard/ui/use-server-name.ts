import { useQuery } from '@tanstack/react-query';
import { serversQuery } from '../api/queries.ts';

/** The name of a server; its id while the servers are not read yet. */
export function useServerName(): (serverId: string) => string {
  const { data } = useQuery(serversQuery);
  const names = new Map(data?.map(({ id, name }) => [id, name]));
  return (serverId) => names.get(serverId) ?? serverId;
}
