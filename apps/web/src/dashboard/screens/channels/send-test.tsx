import type { Delivery } from '@alivemcp/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { deliveryQuery } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { TestOutcome } from './test-outcome.tsx';

const PATIENCE_MS = 20_000;
const POLL_MS = 1_000;

/** Sends a test and shows what comes of it. */
export function SendTest({ channelId }: { channelId: string }) {
  const client = useQueryClient();
  const { mutate, data, isPending, error } = useMutation({
    mutationFn: () => api.post<Delivery>(`/channels/${channelId}/test`),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['deliveries', 'list'] }),
  });
  return (
    <div className="grid content-start justify-items-start gap-2">
      <Button busy={isPending} onClick={() => mutate()}>
        Send a test
      </Button>
      {error && <ProblemNotice problem={error} />}
      {data && <Outcome key={data.id} sent={data} />}
    </div>
  );
}

function Outcome({ sent }: { sent: Delivery }) {
  const { data } = useQuery({
    ...deliveryQuery(sent.id),
    // Live events are quicker; this is for the time without them.
    refetchInterval: ({ state }) =>
      (state.data ?? sent).state === 'pending' && Date.now() - Date.parse(sent.createdAt) < PATIENCE_MS
        ? POLL_MS
        : false,
  });
  return <TestOutcome delivery={data ?? { ...sent, log: [] }} />;
}
