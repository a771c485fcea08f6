import type { Incident } from '@alivemcp/contracts';
import { INCIDENT_STATE_WORDS } from '../../parts/incident-words.ts';
import { useAuthorName } from '../../parts/use-author-name.ts';
import { Mark } from '../../ui/mark.tsx';
import { Time } from '../../ui/time.tsx';

/** What was said, newest first. */
export function IncidentTimeline({ updates }: { updates: Incident['updates'] }) {
  const authorName = useAuthorName();
  if (updates.length === 0) return <p className="text-muted">Nothing was said about it yet.</p>;
  return (
    <ol className="grid gap-5 border-l border-line pl-4">
      {updates.map(({ id, at, state, body, author }) => (
        <li key={id}>
          <Mark {...INCIDENT_STATE_WORDS[state]} />
          <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">{body}</p>
          <p className="text-sm text-muted">
            <span className="break-all">{authorName(author)}</span> · <Time iso={at} />
          </p>
        </li>
      ))}
    </ol>
  );
}
