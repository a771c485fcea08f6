import type { Delivery } from '@alivemcp/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { focusMain } from '../../ui/focus.ts';
import { ProblemNotice } from '../../ui/notice.tsx';

/** Sends the same bytes under the same id again. The button goes as they are on their way. */
export function ReplayDelivery({ delivery }: { delivery: Delivery }) {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.post<Delivery>(`/deliveries/${delivery.id}/replay`),
    onSuccess: async () => {
      announce('The delivery is on its way again');
      focusMain();
      await client.invalidateQueries({ queryKey: ['deliveries'] });
    },
  });
  return (
    <div className="grid gap-2">
      <Button busy={isPending} onClick={() => mutate()}>
        Replay
      </Button>
      {error && <ProblemNotice problem={error} />}
    </div>
  );
}
