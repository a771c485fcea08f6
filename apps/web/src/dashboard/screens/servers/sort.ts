import type { ServerSort, ServersSearch } from '../../search.ts';

export const SORT_WORDS: Record<ServerSort, string> = {
  state: 'State',
  name: 'Name',
  uptime: 'Uptime 30 d',
  p95: 'p95',
  tools: 'Tools',
  changed: 'Last change',
};

/** Where the greatest is what people look for. */
const GREATEST_FIRST: readonly ServerSort[] = ['p95', 'tools', 'changed'];

/** What stands in the URL after a choice of order: again the same one turns it round. */
export function sortedBy(search: ServersSearch, sort: ServerSort): ServersSearch {
  const down =
    search.sort === sort || (search.sort === undefined && sort === 'state')
      ? !search.down
      : GREATEST_FIRST.includes(sort);
  return { ...search, sort: sort === 'state' ? undefined : sort, down: down || undefined };
}
