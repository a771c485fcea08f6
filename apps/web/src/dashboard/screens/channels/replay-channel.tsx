import type { Channel } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { errorAt, TextField } from '../../ui/field.tsx';
import { Form, textOf } from '../../ui/form.tsx';
import { isoOfLocal, replaySince } from './replay-since.ts';

type Replayed = { count: number };

/** Sends again all that failed since a moment: after a repair nothing has to be looked for one by one. */
export function ReplayChannel({ channel: { id, enabled, failingSince } }: { channel: Channel }) {
  const client = useQueryClient();
  // What it was when the page opened: to switch the channel on again forgets since when it failed.
  const [began] = useState(failingSince);
  const [since] = useState(() => replaySince(failingSince, Date.now()));
  const [replayed, setReplayed] = useState<Replayed>();
  return (
    <Form<Replayed>
      label="Replay all that failed"
      className="grid justify-items-start gap-3"
      submit={(fields) => {
        setReplayed(undefined);
        return api.post(`/channels/${id}/replay`, { since: isoOfLocal(textOf(fields, 'since') ?? '') });
      }}
      onDone={(answer) => {
        setReplayed(answer);
        void client.invalidateQueries({ queryKey: ['deliveries'] });
      }}
    >
      {({ problem, busy }) => (
        <>
          <div className="w-full max-w-64">
            <TextField
              label="Deliveries made since"
              name="since"
              type="datetime-local"
              required
              defaultValue={since}
              hint={began === null ? 'Your time: a day ago.' : 'Your time: just before it began to fail.'}
              error={errorAt(problem, '/since')}
            />
          </div>
          <Button type="submit" busy={busy} disabled={!enabled}>
            Replay all that failed
          </Button>
          <p role="status" className="text-sm empty:hidden">
            {enabled ? replayed && countText(replayed.count) : 'Switch the channel on first.'}
          </p>
        </>
      )}
    </Form>
  );
}

function countText(count: number): string {
  if (count === 0) return 'Nothing that was made since then has failed.';
  return count === 1 ? '1 delivery is on its way again.' : `${count} deliveries are on their way again.`;
}
