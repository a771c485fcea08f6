import type { Maintenance } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { maintenanceQuery } from '../../api/queries.ts';
import { WindowTimes } from '../../parts/maintenance/window-times.tsx';
import { PageHeader } from '../../ui/layout.tsx';
import { Mark, type MarkWords } from '../../ui/mark.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { DeleteMaintenance } from './delete-maintenance.tsx';
import { EndMaintenance } from './end-maintenance.tsx';
import { MaintenanceForm } from './maintenance-form.tsx';

const route = getRouteApi('/shell/maintenance/$maintenanceId');

export function MaintenancePage() {
  const { maintenanceId } = route.useParams();
  return (
    <>
      <p className="mb-2 text-sm">
        <Link className="link" to="/maintenance" activeOptions={{ exact: true }}>
          Maintenance
        </Link>
      </p>
      {maintenanceId === 'new' ? <NewMaintenance /> : <Existing key={maintenanceId} id={maintenanceId} />}
    </>
  );
}

function NewMaintenance() {
  useTitle('Announce maintenance');
  return (
    <>
      <PageHeader title="Announce maintenance" />
      <MaintenanceForm maintenance={null} />
    </>
  );
}

function Existing({ id }: { id: string }) {
  const query = useQuery(maintenanceQuery(id));
  useTitle(query.data?.title ?? 'Maintenance');
  return (
    <QueryView query={query} lines={6} title="Maintenance">
      {(maintenance) => (
        <>
          <PageHeader title={maintenance.title} lead={<Standing maintenance={maintenance} />}>
            {maintenance.active && <EndMaintenance maintenance={maintenance} />}
            <DeleteMaintenance maintenance={maintenance} />
          </PageHeader>
          <MaintenanceForm maintenance={maintenance} />
        </>
      )}
    </QueryView>
  );
}

const RUNS: MarkWords = { shape: '⚙', word: 'Runs', color: 'text-maintenance' };
const COMES: MarkWords = { shape: '◌', word: 'Comes', color: 'text-muted' };
const OVER: MarkWords = { shape: '●', word: 'Over', color: 'text-muted' };

function Standing({ maintenance: { active, window } }: { maintenance: Maintenance }) {
  if (window === null) return <Mark {...OVER} />;
  return (
    <span className="flex flex-wrap gap-x-2">
      <Mark {...(active ? RUNS : COMES)} />
      <span>
        <WindowTimes window={window} />
      </span>
    </span>
  );
}
