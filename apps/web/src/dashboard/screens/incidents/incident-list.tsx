import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { incidentsQuery } from '../../api/queries.ts';
import { IncidentTable } from '../../parts/incident-table.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Empty, PageHeader } from '../../ui/layout.tsx';
import { PagedView } from '../../ui/query-view.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { IncidentFilter } from './incident-filter.tsx';

const route = getRouteApi('/shell/incidents');

export function IncidentList() {
  const filter = route.useSearch();
  const query = useInfiniteQuery(incidentsQuery(filter));
  useTitle('Incidents');
  return (
    <>
      <PageHeader title="Incidents" lead="Opened when the regions agree, closed when they see the server recover.">
        <LinkButton to="/incidents/new">Open an incident</LinkButton>
      </PageHeader>
      <IncidentFilter />
      <PagedView query={query} empty={<NoIncidents state={filter.state} />}>
        {(incidents) => <IncidentTable incidents={incidents} withServer />}
      </PagedView>
    </>
  );
}

function NoIncidents({ state }: { state: 'open' | 'resolved' | undefined }) {
  if (state === 'open') {
    return (
      <Empty
        title="● No open incidents: good news"
        action={
          <LinkButton to="/incidents" search={{ state: 'resolved' }}>
            See resolved ones
          </LinkButton>
        }
      >
        Nothing that is watched is known to fail right now.
      </Empty>
    );
  }
  return (
    <Empty
      title={state === 'resolved' ? 'No incident was resolved yet' : 'No incidents so far'}
      action={<LinkButton to="/servers">See the servers</LinkButton>}
    >
      When a server goes down, its incident appears here with its cause, and stays here as a record.
    </Empty>
  );
}
