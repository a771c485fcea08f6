import type { Incident } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useLocation } from '@tanstack/react-router';
import { incidentQuery } from '../../api/queries.ts';
import { Section } from '../../ui/layout.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { AskedToAcknowledge } from './asked-to-acknowledge.tsx';
import { IncidentFacts } from './incident-facts.tsx';
import { IncidentHeader } from './incident-header.tsx';
import { IncidentTimeline } from './incident-timeline.tsx';
import { PostUpdate } from './post-update.tsx';

const route = getRouteApi('/shell/incidents/$incidentId');

export function IncidentPage() {
  const { incidentId } = route.useParams();
  const query = useQuery(incidentQuery(incidentId));
  useTitle(query.data?.title ?? 'Incident');
  return (
    <>
      <p className="mb-2 text-sm">
        <Link className="link" to="/incidents">
          Incidents
        </Link>
      </p>
      <QueryView query={query} lines={6} title="Incident">
        {(incident) => <IncidentView incident={incident} />}
      </QueryView>
    </>
  );
}

function IncidentView({ incident }: { incident: Incident }) {
  const asked = useLocation({ select: ({ hash }) => hash === 'acknowledge' });
  return (
    <>
      <IncidentHeader incident={incident} askedToAcknowledge={asked} />
      {asked && <AskedToAcknowledge incident={incident} />}
      <IncidentFacts incident={incident} />
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="lg:order-last">
          <Section title="Post an update">
            <PostUpdate incident={incident} />
          </Section>
        </div>
        <div>
          <Section title="Timeline">
            <IncidentTimeline updates={incident.updates} />
          </Section>
        </div>
      </div>
    </>
  );
}
