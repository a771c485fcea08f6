import type { Server } from '@alivemcp/contracts';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import type { Problem } from '../../../api/problem.ts';
import { announce } from '../../../ui/announce.tsx';
import { useServerChanged } from '../settings/use-server-changed.ts';

/** Mutes a server for so many milliseconds; null ends the mute. Both can be taken back at once: no question is asked. */
export function useMute(server: Server) {
  const showServer = useServerChanged();
  const path = `/servers/${server.id}/mute`;
  return useMutation<Server, Problem, number | null>({
    mutationFn: async (forMs) => {
      if (forMs !== null) return api.post(path, { forMs });
      await api.delete(path);
      return api.get(`/servers/${server.id}`);
    },
    onSuccess: (changed) => {
      showServer(changed);
      announce(changed.mutedUntil ? `${changed.name} is muted` : `${changed.name} is muted no more`);
    },
  });
}
