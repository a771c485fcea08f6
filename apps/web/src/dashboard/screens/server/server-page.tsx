import type { Server } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { serverQuery } from '../../api/queries.ts';
import type { ServerTab } from '../../search.ts';
import { QueryView, Skeleton } from '../../ui/query-view.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { ServerBanner } from './banner/server-banner.tsx';
import { ChecksTab } from './checks/checks-tab.tsx';
import { ContractTab } from './contract/contract-tab.tsx';
import { DriftTab } from './drift/drift-tab.tsx';
import { GatesSection } from './gates/gates-section.tsx';
import { IncidentsTab } from './incidents/incidents-tab.tsx';
import { OverviewTab } from './overview/overview-tab.tsx';
import { ServerTabs } from './server-tabs.tsx';
import { ToolsTab } from './tools/tools-tab.tsx';

const route = getRouteApi('/shell/servers/$serverId');

const AlertsTab = lazy(async () => {
  const { AlertsTab } = await import('./alerts/alerts-tab.tsx');
  return { default: AlertsTab };
});
const ServerSettings = lazy(async () => {
  const { ServerSettings } = await import('./settings/server-settings.tsx');
  return { default: ServerSettings };
});

export function ServerPage() {
  const { serverId } = route.useParams();
  const { tab = 'overview' } = route.useSearch();
  const query = useQuery(serverQuery(serverId));
  useTitle(query.data?.name ?? 'Server');
  return (
    <>
      <p className="mb-2 text-sm">
        <Link className="link" to="/servers" activeOptions={{ exact: true }}>
          Servers
        </Link>
      </p>
      <QueryView query={query} lines={6} title="Server">
        {(server) => (
          // What was opened or typed on the page of one server does not belong to the next.
          <div key={server.id}>
            <ServerBanner server={server} />
            <ServerTabs server={server} tab={tab} />
            <Suspense fallback={<Skeleton />}>
              <Content server={server} tab={tab} />
            </Suspense>
          </div>
        )}
      </QueryView>
    </>
  );
}

function Content({ server, tab }: { server: Server; tab: ServerTab }) {
  switch (tab) {
    case 'overview':
      return <OverviewTab server={server} />;
    case 'tools':
      return <ToolsTab server={server} />;
    case 'contract':
      return <ContractTab server={server} />;
    case 'drift':
      return <DriftTab server={server} />;
    case 'incidents':
      return <IncidentsTab server={server} />;
    case 'checks':
      return <ChecksTab server={server} />;
    case 'gates':
      return <GatesSection server={server} />;
    case 'alerts':
      return <AlertsTab server={server} />;
    case 'settings':
      return <ServerSettings server={server} />;
  }
}
