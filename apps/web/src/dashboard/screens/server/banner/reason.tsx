import type { Server } from '@alivemcp/contracts';
import { STATES } from '../../../../theme/states.ts';
import { StateMark } from '../../../ui/state-mark.tsx';
import { For } from '../../../ui/time.tsx';
import { lockedOut } from './posture-note.tsx';

/** The state, since when, why, and the first thing to try. */
export function Reason({ server }: { server: Server }) {
  const { status, since, summary, firstAction } = server;
  return (
    <>
      <p className="text-lg">
        <StateMark status={status} className="font-semibold" /> <span className="text-muted">·</span>{' '}
        <span className="text-base">
          <For iso={since} />
        </span>
      </p>
      {summary ? (
        <p className="mt-2 max-w-prose font-semibold break-words">
          {summary}{' '}
          {server.class && <code className="prose-code font-normal whitespace-nowrap text-muted">{server.class}</code>}
        </p>
      ) : (
        // Its posture says more.
        lockedOut(server) === null && <p className="mt-2 max-w-prose">{STATES[status].sentence}</p>
      )}
      {firstAction && (
        <p className="mt-2 max-w-prose">
          <strong className="font-semibold">Try this first:</strong> {firstAction}
        </p>
      )}
    </>
  );
}
