import type { DeliveryState, EventType, ServerStatus, UptimeWindow } from '@alivemcp/contracts';
import { EVENT_TYPES, SERVER_STATUSES, UPTIME_WINDOWS } from '@alivemcp/contracts';

// The router lays what these give over what stands in the URL: `undefined` hides there what means nothing.

export const SERVER_SORTS = ['state', 'name', 'uptime', 'p95', 'tools', 'changed'] as const;
export type ServerSort = (typeof SERVER_SORTS)[number];
export type ServersSearch = { q?: string; status?: ServerStatus; tag?: string; sort?: ServerSort; down?: boolean };

/** What the list of servers shows, as it stands in the URL. */
export function serversSearch(search: Record<string, unknown>): ServersSearch {
  return {
    q: text(search.q),
    status: oneOf(SERVER_STATUSES, search.status),
    tag: text(search.tag),
    sort: oneOf(SERVER_SORTS, search.sort),
    down: search.down === true ? true : undefined,
  };
}

export const SERVER_TABS = [
  'overview',
  'tools',
  'contract',
  'drift',
  'incidents',
  'checks',
  'gates',
  'alerts',
  'settings',
] as const;
export type ServerTab = (typeof SERVER_TABS)[number];

export type ServerSearch = { tab?: ServerTab; window?: UptimeWindow };

/** The part of the page of a server that is open, and how far back its latency goes. */
export const serverSearch = (search: Record<string, unknown>): ServerSearch => ({
  tab: oneOf(SERVER_TABS, search.tab),
  window: oneOf(UPTIME_WINDOWS, search.window),
});

export const incidentsSearch = (search: Record<string, unknown>): { state?: 'open' | 'resolved' } => ({
  state: oneOf(['open', 'resolved'] as const, search.state),
});

const DELIVERY_STATES: DeliveryState[] = ['pending', 'delivered', 'failed', 'cancelled'];
export type DeliveriesSearch = { state?: DeliveryState; event?: EventType };

/** Which deliveries the page of a channel shows. */
export const deliveriesSearch = (search: Record<string, unknown>): DeliveriesSearch => ({
  state: oneOf(DELIVERY_STATES, search.state),
  event: oneOf(EVENT_TYPES, search.event),
});

/** Where to go on after the sign-in: only a path of ours, since a link must not lead people elsewhere. */
export const signInSearch = ({ from }: Record<string, unknown>): { from?: string } => ({
  from: typeof from === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(from) ? from : undefined,
});

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined);

function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((each) => each === value);
}
