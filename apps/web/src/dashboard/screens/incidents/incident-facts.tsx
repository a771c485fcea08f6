import { FAILURE_CLASSES, type Incident } from '@alivemcp/contracts';
import { duration } from '../../../format/numbers.ts';
import { INCIDENT_STATE_WORDS } from '../../parts/incident-words.ts';
import { Lasted } from '../../parts/lasted.tsx';
import { useAuthorName } from '../../parts/use-author-name.ts';
import { Fact } from '../../ui/fact.tsx';
import { Mark } from '../../ui/mark.tsx';
import { useRegionName } from '../../ui/region-strip.tsx';
import { Time } from '../../ui/time.tsx';

/** Where the incident stands, what it is, and what to try first. */
export function IncidentFacts({ incident }: { incident: Incident }) {
  const open = incident.resolvedAt === null;
  const entry = incident.class && FAILURE_CLASSES[incident.class];
  return (
    <div className={`rounded-lg border border-l-4 border-line p-4 ${open ? 'border-l-down' : 'border-l-up'}`}>
      <p className="text-lg">
        <Mark {...INCIDENT_STATE_WORDS[incident.state]} />{' '}
        <span className="whitespace-nowrap">
          {open ? 'for' : 'after'} <Lasted incident={incident} />
        </span>
      </p>
      {entry && (
        <p className="mt-2 max-w-prose">
          <strong className="font-semibold">{entry.sentence}</strong>{' '}
          <span className="text-muted">{open ? `Try first: ${entry.firstAction}` : entry.firstAction}</span>
        </p>
      )}
      {incident.summary && incident.summary !== entry?.sentence && (
        <p className="mt-2 max-w-prose text-sm wrap-anywhere">{incident.summary}</p>
      )}
      <Facts incident={incident} />
    </div>
  );
}

function Facts({ incident }: { incident: Incident }) {
  const regionName = useRegionName();
  const authorName = useAuthorName();
  return (
    <dl className="mt-4 grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2 lg:grid-cols-3">
      <Fact name="Began">
        <Time iso={incident.openedAt} />
      </Fact>
      {incident.kind !== 'manual' && (
        <Fact name="Detected after">{duration(Date.parse(incident.detectedAt) - Date.parse(incident.openedAt))}</Fact>
      )}
      {incident.resolvedAt && (
        <Fact name="Resolved">
          <Time iso={incident.resolvedAt} />
        </Fact>
      )}
      {incident.class && (
        <Fact name="Failure class">
          <code className="prose-code">{incident.class}</code>
        </Fact>
      )}
      {incident.regions.length > 0 && <Fact name="Failing in">{incident.regions.map(regionName).join(', ')}</Fact>}
      <Fact name="Acknowledged">
        {incident.acknowledgedBy && incident.acknowledgedAt ? (
          <>
            by {authorName(incident.acknowledgedBy)}, <Time iso={incident.acknowledgedAt} />
          </>
        ) : (
          'by nobody'
        )}
      </Fact>
    </dl>
  );
}
