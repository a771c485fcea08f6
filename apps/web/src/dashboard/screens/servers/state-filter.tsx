import type { ServerStatus } from '@alivemcp/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { STATES } from '../../../theme/states.ts';
import { STATE_COLOR } from '../../ui/state-mark.tsx';

const route = getRouteApi('/shell/servers');
const CHIP =
  'inline-flex min-h-9 items-center gap-1.5 rounded-md border px-2.5 text-sm figures aria-[current]:border-edge aria-[current]:bg-soft aria-[current]:font-semibold';

/** One choice a state that occurs, with how many there are. */
export function StateFilter({ counts }: { counts: [ServerStatus, number][] }) {
  const { status } = route.useSearch();
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const missing: [ServerStatus, number][] =
    status !== undefined && counts.every(([each]) => each !== status) ? [[status, 0]] : [];
  return (
    <nav aria-label="Servers by state" className="flex flex-wrap gap-1">
      <Choice chosen={status === undefined}>
        All <span className="text-muted">{all}</span>
      </Choice>
      {[...counts, ...missing].map(([each, count]) => (
        <Choice key={each} status={each} chosen={status === each}>
          <span aria-hidden="true" className={STATE_COLOR[each]}>
            {STATES[each].shape}
          </span>
          {STATES[each].word} <span className="text-muted">{count}</span>
        </Choice>
      ))}
    </nav>
  );
}

function Choice({ status, chosen, children }: { status?: ServerStatus; chosen: boolean; children: ReactNode }) {
  return (
    <Link
      from="/servers"
      to="."
      search={(before) => ({ ...before, status })}
      replace
      className={`${CHIP} ${chosen ? '' : 'border-transparent hover:bg-soft'}`}
      // Marks the chosen one as current, and only that.
      activeOptions={{ exact: true, includeSearch: true }}
    >
      {children}
    </Link>
  );
}
