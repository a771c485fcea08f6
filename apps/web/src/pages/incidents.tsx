import { cleanLine, cleanText, type IncidentState, type PublicIncident } from '@alivemcp/contracts';
import { duration } from '../format/numbers.ts';
import { Time } from './time.tsx';

const WORDS: Record<IncidentState, string> = {
  investigating: 'Investigating',
  identified: 'Identified',
  monitoring: 'Monitoring',
  resolved: 'Resolved',
};
const MAX_BODY = 5_000;

const isOpen = ({ resolvedAt }: PublicIncident) => resolvedAt === null;

type Props = { incidents: PublicIncident[]; severalServers?: boolean };

export function OpenIncidents({ incidents, severalServers = false }: Props) {
  const open = incidents.filter(isOpen);
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="open">
      <h2 id="open">{open.length === 1 ? 'Open incident' : `${open.length} open incidents`}</h2>
      <div className="box">
        {open.map((incident) => (
          <Incident key={incident.id} incident={incident} severalServers={severalServers} />
        ))}
      </div>
    </section>
  );
}

/** What is over, under the UTC day it began on. */
export function PastIncidents({ incidents, severalServers = false }: Props) {
  const past = incidents.filter((incident) => !isOpen(incident));
  const days = Map.groupBy(past, ({ openedAt }) => openedAt.slice(0, 10));
  return (
    <section aria-labelledby="incidents">
      <h2 id="incidents">Past incidents</h2>
      {past.length === 0 && <p className="muted">No incidents in the last 14 days.</p>}
      {[...days].map(([day, ofDay]) => (
        <div key={day}>
          <h3 className="day">
            <time dateTime={day}>{day}</time>
          </h3>
          <div className="box">
            {ofDay.map((incident) => (
              <Incident key={incident.id} incident={incident} severalServers={severalServers} level="h4" />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

type IncidentProps = { incident: PublicIncident; severalServers: boolean; level?: 'h3' | 'h4' };

function Incident({ incident, severalServers, level: Heading = 'h3' }: IncidentProps) {
  const { id, title, serverName, state, openedAt, durationMs, updates } = incident;
  return (
    <article id={id}>
      <div className="row">
        <Heading>{cleanLine(title)}</Heading>
        <span className="tag">{WORDS[state]}</span>
      </div>
      <p className="small">
        {isOpen(incident) ? 'Since' : 'Began'} <Time at={openedAt} />
        {durationMs > 0 && `, ${isOpen(incident) ? 'for' : 'lasted'} ${duration(durationMs)}`}
        {severalServers && ` · ${cleanLine(serverName)}`}
      </p>
      {updates.length > 0 && (
        <ol className="updates">
          {updates.map((update) => (
            <li key={update.id}>
              <p className="small">
                <b>{WORDS[update.state]}</b> · <Time at={update.at} />
              </p>
              <p>{cleanText(update.body.slice(0, MAX_BODY))}</p>
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}
