import type { Incident } from '@alivemcp/contracts';
import { useAuthorName } from '../../parts/use-author-name.ts';
import { takeLostFocus } from '../../ui/focus.ts';
import { Notice } from '../../ui/notice.tsx';
import { Time } from '../../ui/time.tsx';
import { type Acknowledgement, acknowledgementOf } from './acknowledgement.ts';

const TITLES: Record<Acknowledgement, string> = {
  open: 'The alert asks you to acknowledge this',
  acknowledged: 'Somebody is on it',
  over: 'It is over: there is nothing to acknowledge any more',
};

/** For who followed the link of an alert: how it stands. To open the link changes nothing, since chats look at links too. */
export function AskedToAcknowledge({ incident }: { incident: Incident }) {
  const state = acknowledgementOf(incident);
  return (
    // Where there is no button to have the focus, this has it.
    <div key={state} tabIndex={-1} ref={state === 'open' ? undefined : takeLostFocus} className="mb-6">
      <Notice title={TITLES[state]}>
        {state === 'open' && 'Press “Acknowledge” to say that you are on it: reminders and escalation stop then.'}
        {state === 'over' && incident.resolvedAt && (
          <>
            Resolved <Time iso={incident.resolvedAt} />.{' '}
          </>
        )}
        {state !== 'open' && <By incident={incident} />}
      </Notice>
    </div>
  );
}

function By({ incident: { acknowledgedBy, acknowledgedAt } }: { incident: Incident }) {
  const authorName = useAuthorName();
  if (acknowledgedBy === null || acknowledgedAt === null) return 'Nobody acknowledged it.';
  return (
    <span className="wrap-anywhere">
      Acknowledged by {authorName(acknowledgedBy)}, <Time iso={acknowledgedAt} />.
    </span>
  );
}
