import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from './api/queries.ts';
import { queryClient } from './api/query-client.ts';
import { reportSearch } from './screens/reports/report-search.ts';
import { deliveriesSearch, incidentsSearch, serverSearch, serversSearch, signInSearch } from './search.ts';
import { NotFound, RouteFault } from './shell/faults.tsx';
import { Shell } from './shell/shell.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: RouteFault });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./screens/sign-in.tsx'), 'SignIn'),
});

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    if ((await queryClient.ensureQueryData(sessionQuery)) === null) {
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { from: location.href } });
    }
  },
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/servers' });
  },
});

const servers = createRoute({
  getParentRoute: () => shell,
  path: '/servers',
  validateSearch: serversSearch,
  component: lazyRouteComponent(() => import('./screens/servers/server-list.tsx'), 'ServerList'),
});
const register = createRoute({
  getParentRoute: () => shell,
  path: '/servers/new',
  component: lazyRouteComponent(() => import('./screens/register/register-server.tsx'), 'RegisterServer'),
});
const server = createRoute({
  getParentRoute: () => shell,
  path: '/servers/$serverId',
  validateSearch: serverSearch,
  component: lazyRouteComponent(() => import('./screens/server/server-page.tsx'), 'ServerPage'),
});
const gate = createRoute({
  getParentRoute: () => shell,
  path: '/gates/$gateId',
  component: lazyRouteComponent(() => import('./screens/gate/gate-page.tsx'), 'GatePage'),
});
const incidents = createRoute({
  getParentRoute: () => shell,
  path: '/incidents',
  validateSearch: incidentsSearch,
  component: lazyRouteComponent(() => import('./screens/incidents/incident-list.tsx'), 'IncidentList'),
});
const openIncident = createRoute({
  getParentRoute: () => shell,
  path: '/incidents/new',
  component: lazyRouteComponent(() => import('./screens/incidents/open-incident.tsx'), 'OpenIncident'),
});
const incident = createRoute({
  getParentRoute: () => shell,
  path: '/incidents/$incidentId',
  component: lazyRouteComponent(() => import('./screens/incidents/incident-page.tsx'), 'IncidentPage'),
});
const maintenances = createRoute({
  getParentRoute: () => shell,
  path: '/maintenance',
  component: lazyRouteComponent(() => import('./screens/maintenance/maintenance-list.tsx'), 'MaintenanceList'),
});
const maintenance = createRoute({
  getParentRoute: () => shell,
  path: '/maintenance/$maintenanceId',
  component: lazyRouteComponent(() => import('./screens/maintenance/maintenance-page.tsx'), 'MaintenancePage'),
});
const channels = createRoute({
  getParentRoute: () => shell,
  path: '/channels',
  component: lazyRouteComponent(() => import('./screens/channels/channel-list.tsx'), 'ChannelList'),
});
const channel = createRoute({
  getParentRoute: () => shell,
  path: '/channels/$channelId',
  validateSearch: deliveriesSearch,
  component: lazyRouteComponent(() => import('./screens/channels/channel-page.tsx'), 'ChannelPage'),
});
const delivery = createRoute({
  getParentRoute: () => shell,
  path: '/deliveries/$deliveryId',
  component: lazyRouteComponent(() => import('./screens/channels/delivery-page.tsx'), 'DeliveryPage'),
});
const rules = createRoute({
  getParentRoute: () => shell,
  path: '/rules',
  component: lazyRouteComponent(() => import('./screens/rules/rules-page.tsx'), 'RulesPage'),
});
const statusPages = createRoute({
  getParentRoute: () => shell,
  path: '/status-pages',
  component: lazyRouteComponent(() => import('./screens/status-pages/status-page-list.tsx'), 'StatusPageList'),
});
const statusPage = createRoute({
  getParentRoute: () => shell,
  path: '/status-pages/$pageId',
  component: lazyRouteComponent(() => import('./screens/status-pages/status-page-editor.tsx'), 'StatusPageEditor'),
});
const reports = createRoute({
  getParentRoute: () => shell,
  path: '/reports',
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => import('./screens/reports/report-page.tsx'), 'ReportPage'),
});
const keys = createRoute({
  getParentRoute: () => shell,
  path: '/keys',
  component: lazyRouteComponent(() => import('./screens/keys/key-list.tsx'), 'KeyList'),
});
const system = createRoute({
  getParentRoute: () => shell,
  path: '/system',
  component: lazyRouteComponent(() => import('./screens/system/system-page.tsx'), 'SystemPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    shell.addChildren([
      home,
      servers,
      register,
      server,
      gate,
      incidents,
      openIncident,
      incident,
      maintenances,
      maintenance,
      channels,
      channel,
      delivery,
      rules,
      statusPages,
      statusPage,
      reports,
      keys,
      system,
    ]),
  ]),
  scrollRestoration: true,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
