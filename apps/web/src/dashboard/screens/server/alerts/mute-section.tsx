import type { Server } from '@alivemcp/contracts';
import { useRef } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { Ago, Time, useNow } from '../../../ui/time.tsx';
import { MUTE_LENGTHS, mutedUntil } from './mute-lengths.ts';
import { useMute } from './use-mute.ts';

/** Silence for a time, and its end. */
export function MuteSection({ server }: { server: Server }) {
  const { mutate, variables, isPending, error } = useMute(server);
  const state = useRef<HTMLParagraphElement>(null);
  const until = mutedUntil(server, useNow());
  // The button that was pressed makes way for others.
  const mute = (forMs: number | null) => mutate(forMs, { onSuccess: () => state.current?.focus() });
  return (
    <div className="grid gap-3">
      <p ref={state} tabIndex={-1}>
        {until ? (
          <>
            <span aria-hidden="true" className="text-muted">
              ⊘{' '}
            </span>
            Muted until <Time iso={until} /> (<Ago iso={until} />)
          </>
        ) : (
          'Not muted.'
        )}
      </p>
      <p className="max-w-prose text-sm text-muted">
        While it is muted nothing new is told of it, also not later; checks go on, incidents are recorded, and the end
        of an outage that was told before still is.
      </p>
      <div className="flex flex-wrap gap-2">
        {until ? (
          <Button busy={isPending} onClick={() => mute(null)}>
            End mute
          </Button>
        ) : (
          MUTE_LENGTHS.map(({ ms, word }) => (
            <Button key={ms} busy={isPending && variables === ms} onClick={() => mute(ms)}>
              Mute for {word}
            </Button>
          ))
        )}
      </div>
      {error && <ProblemNotice problem={error} />}
    </div>
  );
}
