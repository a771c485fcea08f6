import type { Server } from '@alivemcp/contracts';
import { STATES } from '../../../theme/states.ts';
import { Spinner } from '../../ui/button.tsx';
import { Card } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { STATE_EDGE, StateMark } from '../../ui/state-mark.tsx';
import { Found } from './found.tsx';

/** What the first probe says; before that, that it is under way. */
export function Verdict({ server, late }: { server: Server; late: boolean }) {
  if (late) {
    return (
      <Notice look="warning" title="The first result is still to come">
        The server is registered and stays so. Too few regions have answered within half a minute; its page shows the
        result as soon as there is one.
      </Notice>
    );
  }
  return (
    <Card className={`border-l-4 ${STATE_EDGE[server.status]}`}>
      <div role="status">
        {server.status === 'pending' ? (
          <p className="flex items-center gap-2.5 text-muted">
            <Spinner />
            The first check is under way.
          </p>
        ) : (
          <>
            <p className="text-lg">
              <StateMark status={server.status} className="font-semibold" />
            </p>
            <p className="mt-2 max-w-prose wrap-anywhere">
              {server.summary ?? STATES[server.status].sentence}{' '}
              {server.class !== null && <code className="prose-code whitespace-nowrap text-muted">{server.class}</code>}
            </p>
            {server.firstAction !== null && (
              <p className="mt-2 max-w-prose wrap-anywhere">
                <strong className="font-semibold">Try this first:</strong> {server.firstAction}
              </p>
            )}
          </>
        )}
      </div>
      <Found server={server} />
    </Card>
  );
}
