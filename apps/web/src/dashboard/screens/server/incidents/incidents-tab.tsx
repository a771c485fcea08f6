import type { Server } from '@alivemcp/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { incidentsQuery } from '../../../api/queries.ts';
import { IncidentTable } from '../../../parts/incident-table.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty, Section } from '../../../ui/layout.tsx';
import { PagedView } from '../../../ui/query-view.tsx';
import { ReportIncident } from './report-incident.tsx';

export function IncidentsTab({ server }: { server: Server }) {
  const [reporting, setReporting] = useState(false);
  const query = useInfiniteQuery(incidentsQuery({ serverId: server.id }));
  const none = query.data?.pages[0]?.data.length === 0;
  const button = (
    <Button aria-expanded={reporting} onClick={() => setReporting(!reporting)}>
      Report an incident
    </Button>
  );
  return (
    <Section title="Incidents" aside={(!none || reporting) && button}>
      {reporting && <ReportIncident server={server} close={() => setReporting(false)} />}
      <PagedView
        query={query}
        empty={
          !reporting && (
            <Empty title="No incidents so far" action={button}>
              One is opened when the regions agree that the server is down or degraded. What probes cannot see, you can
              report yourself.
            </Empty>
          )
        }
      >
        {(incidents) => <IncidentTable incidents={incidents} withServer={false} />}
      </PagedView>
    </Section>
  );
}
