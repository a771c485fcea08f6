import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ServerSort } from '../../search.ts';
import { sortedBy } from './sort.ts';

const route = getRouteApi('/shell/servers');

/** A heading of the table that orders it. */
export function SortHeading({ by, end, children }: { by: ServerSort; end?: boolean; children: ReactNode }) {
  const search = route.useSearch();
  const { sort = 'state', down = false } = search;
  const chosen = sort === by;
  return (
    <th
      scope="col"
      aria-sort={chosen ? (down ? 'descending' : 'ascending') : undefined}
      className={end ? 'text-right!' : ''}
    >
      <Link
        from="/servers"
        to="."
        search={sortedBy(search, by)}
        replace
        // It leads to another order, never to the present one.
        activeOptions={{ exact: true, includeSearch: true }}
        className={`inline-flex min-h-6 items-center gap-1 hover:text-fg ${chosen ? 'text-fg' : ''}`}
      >
        {children}
        {/* Before the word where the figures below end with it. */}
        <span aria-hidden="true" className={`${chosen ? '' : 'invisible'} ${end ? '-order-1' : ''}`}>
          {down ? '↓' : '↑'}
        </span>
      </Link>
    </th>
  );
}
