import type { ServerStatus } from '@alivemcp/contracts';
import { SERVER_STATUSES } from '@alivemcp/contracts';

export const SERVER_SORTS = ['state', 'name', 'uptime', 'p95', 'tools', 'changed'] as const;
export type ServerSort = (typeof SERVER_SORTS)[number];
export type ServersSearch = { q?: string; status?: ServerStatus; tag?: string; sort?: ServerSort; down?: boolean };

/** What the list of servers shows, as it stands in the URL. What cannot be understood is left out. */
export function serversSearch(search: Record<string, unknown>): ServersSearch {
  return given({
    q: text(search.q),
    status: oneOf(SERVER_STATUSES, search.status),
    tag: text(search.tag),
    sort: oneOf(SERVER_SORTS, search.sort),
    down: search.down === true ? true : undefined,
  });
}

export const SERVER_TABS = ['overview', 'tools', 'drift', 'incidents', 'checks', 'settings'] as const;
export type ServerTab = (typeof SERVER_TABS)[number];

export const serverTabSearch = (search: Record<string, unknown>): { tab?: ServerTab } =>
  given({ tab: oneOf(SERVER_TABS, search.tab) });

export const incidentsSearch = (search: Record<string, unknown>): { state?: 'open' | 'resolved' } =>
  given({ state: oneOf(['open', 'resolved'] as const, search.state) });

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined);

function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((each) => each === value);
}

function given<T extends object>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;
}
