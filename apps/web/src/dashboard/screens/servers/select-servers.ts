import type { Server, ServerStatus } from '@alivemcp/contracts';
import { WORST_FIRST } from '../../../theme/states.ts';
import type { ServerSort, ServersSearch } from '../../search.ts';

const SORTED_BY: Record<ServerSort, (server: Server) => number | string | null> = {
  state: (server) => WORST_FIRST.indexOf(server.status),
  name: (server) => server.name,
  uptime: (server) => server.uptime['30d'],
  p95: (server) => server.p95Ms,
  tools: (server) => server.tools?.count ?? null,
  changed: (server) => server.tools?.changedAt ?? null,
};

/** The servers that a search is about, in its order. What has no value to sort by stands last, whichever way. */
export function selectServers(servers: Server[], search: ServersSearch): Server[] {
  const { status, sort = 'state', down = false } = search;
  const keyOf = SORTED_BY[sort];
  return matching(servers, search)
    .filter((server) => status === undefined || server.status === status)
    .sort((a, b) => compare(keyOf(a), keyOf(b), down) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

/** How many servers of each state a search would find, worst first; states without any are left out. */
export function countStates(servers: Server[], search: ServersSearch): [ServerStatus, number][] {
  const found = matching(servers, search);
  return WORST_FIRST.map((status): [ServerStatus, number] => [
    status,
    found.filter((server) => server.status === status).length,
  ]).filter(([, count]) => count > 0);
}

export const tagsOf = (servers: Server[]): string[] =>
  [...new Set(servers.flatMap((server) => server.tags))].sort((a, b) => a.localeCompare(b));

function matching(servers: Server[], { q = '', tag }: ServersSearch): Server[] {
  const text = q.trim().toLowerCase();
  return servers.filter(
    (server) =>
      (tag === undefined || server.tags.includes(tag)) &&
      [server.name, server.url, server.slug].some((each) => each.toLowerCase().includes(text)),
  );
}

function compare(a: number | string | null, b: number | string | null, down: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = typeof a === 'string' ? a.localeCompare(String(b)) : a - Number(b);
  return down ? -order : order;
}
