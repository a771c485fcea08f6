import type { ProbeNow } from '@alivemcp/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import { forgetPhases } from '../../../api/phases.ts';
import type { Problem } from '../../../api/problem.ts';

/** A probe outside the clock; what it found is read again everywhere on the page. */
export function useProbeNow(serverId: string) {
  const client = useQueryClient();
  return useMutation<ProbeNow, Problem, void>({
    mutationFn: () => {
      forgetPhases(serverId);
      return api.post(`/servers/${serverId}/probe`);
    },
    onSuccess: () => void client.invalidateQueries({ queryKey: ['servers', serverId] }),
  });
}
