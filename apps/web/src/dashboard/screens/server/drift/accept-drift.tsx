import type { Drift } from '@alivemcp/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import type { Problem } from '../../../api/problem.ts';
import { driftsQuery } from '../../../api/queries.ts';
import { useAuthorName } from '../../../parts/use-author-name.ts';
import { announce } from '../../../ui/announce.tsx';
import { Button } from '../../../ui/button.tsx';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { Ago } from '../../../ui/time.tsx';

/** Who has said that the change was meant, or the way to say it. */
export function AcceptDrift({ drift }: { drift: Drift }) {
  const client = useQueryClient();
  const authorName = useAuthorName();
  const { mutate, isPending, error } = useMutation<Drift, Problem>({
    mutationFn: () => api.post(`/servers/${drift.serverId}/drift/${drift.id}/accept`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: driftsQuery(drift.serverId).queryKey });
      announce('The change was accepted');
    },
  });
  if (drift.acceptedAt !== null) {
    return (
      <p className="text-sm text-muted">
        Accepted {drift.acceptedBy && `by ${authorName(drift.acceptedBy)} `}
        <Ago iso={drift.acceptedAt} />
      </p>
    );
  }
  return (
    <div className="grid gap-2">
      {error && <ProblemNotice problem={error} />}
      <Button busy={isPending} onClick={() => mutate()}>
        Accept this change
      </Button>
    </div>
  );
}
