import type { Server } from '@alivemcp/contracts';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import type { Problem } from '../../../api/problem.ts';
import { announce } from '../../../ui/announce.tsx';
import { Button } from '../../../ui/button.tsx';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { useServerChanged } from '../settings/use-server-changed.ts';

/** Paused time counts neither for nor against the server, and can be ended at once: no question is asked. */
export function PauseOrResume({ server }: { server: Server }) {
  const showServer = useServerChanged();
  const paused = server.status === 'paused';
  const { mutate, isPending, error } = useMutation<Server, Problem>({
    mutationFn: () => api.post(`/servers/${server.id}/${paused ? 'resume' : 'pause'}`),
    onSuccess: (changed) => {
      showServer(changed);
      announce(paused ? 'Checks go on' : 'Checks are paused');
    },
  });
  return (
    <>
      <Button look={paused ? 'primary' : 'plain'} busy={isPending} onClick={() => mutate()}>
        {paused ? 'Resume' : 'Pause'}
      </Button>
      {error && (
        <div className="order-last w-full">
          <ProblemNotice problem={error} />
        </div>
      )}
    </>
  );
}
