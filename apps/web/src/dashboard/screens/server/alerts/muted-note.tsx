import type { Server } from '@alivemcp/contracts';
import { focusMain } from '../../../ui/focus.ts';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { Ago, Time, useNow } from '../../../ui/time.tsx';
import { mutedUntil } from './mute-lengths.ts';
import { useMute } from './use-mute.ts';

/** That nothing new is told of a server, for how long yet, and the way to end it. */
export function MutedNote({ server }: { server: Server }) {
  const { mutate, isPending, error } = useMute(server);
  const until = mutedUntil(server, useNow());
  if (until === null) return null;
  return (
    <>
      <p className="mt-2 max-w-prose">
        <span aria-hidden="true" className="text-muted">
          ⊘{' '}
        </span>
        Muted until <Time iso={until} /> (<Ago iso={until} />
        ): nothing new is told of it.{' '}
        <button
          type="button"
          className="link min-h-6"
          onClick={() => !isPending && mutate(null, { onSuccess: focusMain })}
        >
          End mute
        </button>
      </p>
      {error && <ProblemNotice problem={error} />}
    </>
  );
}
