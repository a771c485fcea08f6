import { useQuery } from '@tanstack/react-query';
import { channelTypesQuery } from '../../api/queries.ts';

/** Whether this installation is known to send no mail. */
export function useMailMissing(): boolean {
  const { data } = useQuery(channelTypesQuery);
  return data?.some(({ type, missing }) => type === 'email' && missing !== null) ?? false;
}
