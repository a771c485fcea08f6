import type { AcceptDriftBody, Drift } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { announce } from '../../../ui/announce.tsx';
import { Button } from '../../../ui/button.tsx';
import { errorAt, TextField } from '../../../ui/field.tsx';
import { takeFocus } from '../../../ui/focus.ts';
import { Form, textOf } from '../../../ui/form.tsx';
import { Accepted } from './accepted.tsx';

/** Who has said that the change was meant, and why; or the way to say it. */
export function AcceptDrift({ drift }: { drift: Drift }) {
  const [justNow, setJustNow] = useState(false);
  const [noted, setNoted] = useState(false);
  const client = useQueryClient();
  const accept = async (fields: FormData) => {
    const body: AcceptDriftBody = { note: textOf(fields, 'note') };
    const accepted = await api.post<Drift>(`/servers/${drift.serverId}/drift/${drift.id}/accept`, body);
    setJustNow(true);
    await client.invalidateQueries({ queryKey: ['servers', drift.serverId] });
    return accepted;
  };
  if (drift.acceptedAt !== null) {
    // The form that had the focus is gone.
    return <Accepted drift={drift} at={drift.acceptedAt} ref={justNow ? takeFocus : undefined} />;
  }
  return (
    <Form<Drift>
      className="grid w-full max-w-xs gap-2"
      submit={accept}
      onDone={() => {
        void client.invalidateQueries({ queryKey: ['servers', 'all'] });
        announce('The change was accepted');
      }}
    >
      {({ problem, busy }) => (
        <>
          {noted && (
            <TextField
              label={<span className="text-sm font-normal">Why it was meant (optional)</span>}
              name="note"
              maxLength={2000}
              autoComplete="off"
              ref={takeFocus}
              error={errorAt(problem, '/note')}
            />
          )}
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" busy={busy}>
              Accept this change
            </Button>
            {!noted && (
              <button type="button" className="min-h-6 text-sm text-accent underline" onClick={() => setNoted(true)}>
                With a note
              </button>
            )}
          </div>
        </>
      )}
    </Form>
  );
}
