import type { Maintenance } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { maintenancesQuery } from '../../api/queries.ts';
import { soonestFirst } from '../../parts/maintenance/soonest-first.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Empty, PageHeader, Section } from '../../ui/layout.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { MaintenanceTable } from './maintenance-table.tsx';

export function MaintenanceList() {
  const query = useQuery(maintenancesQuery);
  useTitle('Maintenance');
  const announce = (
    <LinkButton look="primary" to="/maintenance/$maintenanceId" params={{ maintenanceId: 'new' }}>
      Announce maintenance
    </LinkButton>
  );
  const filled = query.data !== undefined && query.data.length > 0;
  return (
    <>
      <PageHeader
        title="Maintenance"
        lead="Work that is announced: while it runs nobody is alerted, and its time is outside the uptime."
      >
        {filled && announce}
      </PageHeader>
      <QueryView query={query}>
        {(all) =>
          all.length > 0 ? (
            <ByTime all={all} />
          ) : (
            <Empty title="Nothing is announced" action={announce}>
              Say when you work on a server, once or every week: nobody is woken up for it, and public pages show it
              beforehand.
            </Empty>
          )
        }
      </QueryView>
    </>
  );
}

function ByTime({ all }: { all: Maintenance[] }) {
  const planned = soonestFirst(all);
  const running = planned.filter(({ active }) => active);
  const coming = planned.filter(({ active }) => !active);
  const past = all.filter(({ window }) => window === null);
  return (
    <>
      {running.length > 0 && (
        <Section title="Running">
          <MaintenanceTable label="Running" maintenances={running} running />
        </Section>
      )}
      <Section title="Coming">
        {coming.length > 0 ? (
          <MaintenanceTable label="Coming" maintenances={coming} />
        ) : (
          <p className="text-muted">Nothing else is announced.</p>
        )}
      </Section>
      {past.length > 0 && (
        <Section title="Past">
          <MaintenanceTable label="Past" maintenances={past} />
        </Section>
      )}
    </>
  );
}
