import type { Server } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { maintenancesQuery } from '../../../api/queries.ts';
import { soonestFirst } from '../../../parts/maintenance/soonest-first.ts';
import { WindowTimes } from '../../../parts/maintenance/window-times.tsx';
import { STATE_COLOR } from '../../../ui/state-mark.tsx';
import { useNow } from '../../../ui/time.tsx';

const SOON_MS = 7 * 86_400_000;

/** Work on the server that runs, or is announced for the next week; soonest first. */
export function AnnouncedWork({ server }: { server: Server }) {
  const now = useNow();
  const { data = [] } = useQuery(maintenancesQuery);
  const announced = soonestFirst(data.filter(({ serverIds }) => serverIds.includes(server.id)));
  const soon = announced.filter(({ window }) => Date.parse(window.startsAt) < now + SOON_MS);
  return soon.map(({ id, title, active, window }) => (
    <p key={id} className="mt-2 max-w-prose wrap-anywhere">
      <span aria-hidden="true" className={STATE_COLOR.maintenance}>
        ⚙{' '}
      </span>
      {active ? 'Announced work runs' : 'Announced work'}:{' '}
      <Link className="link" to="/maintenance/$maintenanceId" params={{ maintenanceId: id }}>
        {title}
      </Link>
      , <WindowTimes window={window} />
    </p>
  ));
}
