import type { Incident } from '@alivemcp/contracts';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { takeFocus } from '../../ui/focus.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { useIncidentChanged } from './use-incident-changed.ts';

/** Says to everybody else that somebody is on it. Who was asked to by an alert finds the focus on it. */
export function Acknowledge({ id, asked }: { id: string; asked: boolean }) {
  const changed = useIncidentChanged();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.post<Incident>(`/incidents/${id}/acknowledge`),
    onSuccess: (incident) => {
      changed(incident);
      announce('Acknowledged');
    },
  });
  return (
    <>
      <Button ref={asked ? takeFocus : undefined} look="primary" busy={isPending} onClick={() => mutate()}>
        Acknowledge
      </Button>
      {error && <ProblemNotice problem={error} />}
    </>
  );
}
