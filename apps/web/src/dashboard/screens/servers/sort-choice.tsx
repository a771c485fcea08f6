import { getRouteApi } from '@tanstack/react-router';
import { SERVER_SORTS, type ServerSort } from '../../search.ts';
import { Button } from '../../ui/button.tsx';
import { SORT_WORDS, sortedBy } from './sort.ts';

const route = getRouteApi('/shell/servers');

/** The order of the list, for where its headings do not show or do not have it. */
export function SortChoice() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { sort = 'state', down = false } = search;
  const order = (by: ServerSort) => void navigate({ search: sortedBy(search, by), replace: true });
  return (
    <div className="flex items-center gap-1">
      <label className="flex items-center gap-2 text-sm">
        <span className="text-muted">Sort by</span>
        <select
          value={sort}
          onChange={(event) => order(SERVER_SORTS.find((each) => each === event.target.value) ?? 'state')}
          className="min-h-9 rounded-md border border-edge bg-bg px-2 py-1.5"
        >
          {SERVER_SORTS.map((each) => (
            <option key={each} value={each}>
              {SORT_WORDS[each]}
            </option>
          ))}
        </select>
      </label>
      <Button
        aria-label={down ? 'Descending order; make it ascending' : 'Ascending order; make it descending'}
        onClick={() => order(sort)}
        className="px-2.5"
      >
        <span aria-hidden="true">{down ? '↓' : '↑'}</span>
      </Button>
    </div>
  );
}
