import type {
  AlertRules,
  ApiKey,
  Channel,
  ContractReport,
  Delivery,
  DeliveryDetail,
  Drift,
  Gate,
  HousekeepingRun,
  Incident,
  Latency,
  ListDeliveriesFilter,
  ListIncidentsFilter,
  ListProbesFilter,
  Maintenance,
  OfferedChannel,
  Page,
  ProbeRecord,
  Region,
  Server,
  Session,
  SetupState,
  StatusPage,
  ToolList,
  ToolVersion,
  Uptime,
  UptimeWindow,
} from '@alivemcp/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { Problem } from './problem.ts';

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: () => api.get<SetupState>('/setup'),
});

/** The session of this browser, or null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async () => {
    // Asked like this, a visitor's console stays free of a 401 that is nobody's fault.
    const { signedIn } = await api.get<SetupState>('/setup');
    return signedIn ? api.get<Session>('/session') : null;
  },
  staleTime: 60_000,
});

export const regionsQuery = queryOptions({
  queryKey: ['regions'],
  queryFn: async () => (await api.get<Page<Region>>('/regions')).data,
  staleTime: 60_000,
});

const OWN_HEALTH_MS = 15_000;
/** The same list, followed: `regionsQuery` is for names, which hardly change. */
export const regionHealthQuery = queryOptions({ ...regionsQuery, staleTime: 0, refetchInterval: OWN_HEALTH_MS });
export const housekeepingQuery = queryOptions({
  queryKey: ['housekeeping'],
  queryFn: async () => (await api.get<Page<HousekeepingRun>>('/housekeeping')).data,
});

// Keys: what belongs to one server stands under ['servers', id], so that a live event finds it.
export const serversQuery = queryOptions({
  queryKey: ['servers', 'all'],
  queryFn: () => readAll<Server>('/servers'),
});
export const serverQuery = (id: string) =>
  queryOptions({ queryKey: ['servers', id], queryFn: () => api.get<Server>(`/servers/${id}`) });
export const uptimeQuery = (id: string, window: UptimeWindow) =>
  queryOptions({
    queryKey: ['servers', id, 'uptime', window],
    queryFn: () => api.get<Uptime>(`/servers/${id}/uptime`, { window }),
  });
export const latencyQuery = (id: string, window: UptimeWindow) =>
  queryOptions({
    queryKey: ['servers', id, 'latency', window],
    queryFn: () => api.get<Latency>(`/servers/${id}/latency`, { window }),
  });
export const lastProbesQuery = (id: string) =>
  queryOptions({
    queryKey: ['servers', id, 'probes', 'last'],
    queryFn: async () => (await api.get<Page<ProbeRecord>>(`/servers/${id}/probes`, { limit: 25 })).data,
  });
export const probesQuery = (id: string, filter: ListProbesFilter) =>
  pages<ProbeRecord>(['servers', id, 'probes', filter], `/servers/${id}/probes`, filter);
export const toolsQuery = (id: string) =>
  queryOptions({
    queryKey: ['servers', id, 'tools'],
    queryFn: async () => {
      try {
        return await api.get<ToolList>(`/servers/${id}/tools`);
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return null;
        throw error;
      }
    },
  });
export const toolVersionsQuery = (id: string) =>
  pages<ToolVersion>(['servers', id, 'tool-versions'], `/servers/${id}/tools/history`);
export const contractQuery = (id: string) =>
  queryOptions({
    queryKey: ['servers', id, 'contract'],
    queryFn: () => api.get<ContractReport>(`/servers/${id}/contract`),
  });
/** A few gates of a server at a time, newest first. */
export const gatesQuery = (serverId: string) =>
  pages<Gate>(['servers', serverId, 'gates'], '/gates', { serverId, limit: '5' });
export const gateQuery = (id: string) =>
  queryOptions({ queryKey: ['gates', id], queryFn: () => api.get<Gate>(`/gates/${id}`) });
export const driftsQuery = (id: string) => pages<Drift>(['servers', id, 'drift'], `/servers/${id}/drift`);

export const incidentsQuery = (filter: ListIncidentsFilter) =>
  pages<Incident>(['incidents', 'list', filter], '/incidents', filter);
export const incidentQuery = (id: string) =>
  queryOptions({ queryKey: ['incidents', id], queryFn: () => api.get<Incident>(`/incidents/${id}`) });

export const channelsQuery = queryOptions({
  queryKey: ['channels', 'all'],
  queryFn: () => readAll<Channel>('/channels'),
});
export const channelQuery = (id: string) =>
  queryOptions({ queryKey: ['channels', id], queryFn: () => api.get<Channel>(`/channels/${id}`) });
/** The default of the workspace. Under `channels`, so that a live event finds it. */
export const rulesQuery = queryOptions({
  queryKey: ['channels', 'rules'],
  queryFn: () => api.get<AlertRules>('/rules'),
});
export const serverRulesQuery = (id: string) =>
  queryOptions({
    queryKey: ['servers', id, 'rules'],
    queryFn: () => api.get<AlertRules>(`/servers/${id}/rules`),
  });
/** Which types the installation is not set up for. */
export const channelTypesQuery = queryOptions({
  queryKey: ['channels', 'types'],
  queryFn: async () => (await api.get<Page<OfferedChannel>>('/channel-types')).data,
});
export const deliveriesQuery = (filter: ListDeliveriesFilter) =>
  pages<Delivery>(['deliveries', 'list', filter], '/deliveries', filter);
export const deliveryQuery = (id: string) =>
  queryOptions({ queryKey: ['deliveries', id], queryFn: () => api.get<DeliveryDetail>(`/deliveries/${id}`) });

/** Announced work, newest first. */
export const maintenancesQuery = queryOptions({
  queryKey: ['maintenance', 'all'],
  queryFn: () => readAll<Maintenance>('/maintenance'),
});
export const maintenanceQuery = (id: string) =>
  queryOptions({ queryKey: ['maintenance', id], queryFn: () => api.get<Maintenance>(`/maintenance/${id}`) });

export const keysQuery = queryOptions({ queryKey: ['keys'], queryFn: () => readAll<ApiKey>('/keys') });

export const statusPagesQuery = queryOptions({
  queryKey: ['status-pages', 'all'],
  queryFn: () => readAll<StatusPage>('/status-pages'),
});
export const statusPageQuery = (id: string) =>
  queryOptions({ queryKey: ['status-pages', id], queryFn: () => api.get<StatusPage>(`/status-pages/${id}`) });

/** A list that is read page by page, newest first. */
function pages<T>(queryKey: unknown[], path: string, filter: Record<string, string | undefined> = {}) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => api.get<Page<T>>(path, { ...filter, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** A list that is small enough to be searched and sorted here. */
async function readAll<T>(path: string): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<T> = await api.get<Page<T>>(path, { limit: 100, cursor });
    all.push(...page.data);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}
