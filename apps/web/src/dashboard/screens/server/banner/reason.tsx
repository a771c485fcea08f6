import type { Server } from '@alivemcp/contracts';
import { STATES } from '../../../../theme/states.ts';
import { StateMark } from '../../../ui/state-mark.tsx';
import { Ago } from '../../../ui/time.tsx';

/** The state, since when, why, and the first thing to try. */
export function Reason({ server }: { server: Server }) {
  const { status, since, summary, firstAction } = server;
  return (
    <>
      <p className="text-lg">
        <StateMark status={status} className="font-semibold" /> <span className="text-muted">·</span>{' '}
        <span className="text-base">
          since <Ago iso={since} />
        </span>
      </p>
      <p className={`mt-2 max-w-prose break-words ${summary ? 'font-semibold' : ''}`}>
        {summary ?? STATES[status].sentence}{' '}
        {server.class && <code className="prose-code font-normal text-muted">{server.class}</code>}
      </p>
      {firstAction && (
        <p className="mt-2 max-w-prose">
          <strong className="font-semibold">Try this first:</strong> {firstAction}
        </p>
      )}
    </>
  );
}
