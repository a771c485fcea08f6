import type { Server } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import { useRegionName } from '../../../ui/region-strip.tsx';
import { For } from '../../../ui/time.tsx';
import { MutedNote } from '../alerts/muted-note.tsx';
import { AnnouncedWork } from './announced-work.tsx';
import { PostureNote } from './posture-note.tsx';

/** What else is true of the server now: how it treats us, what only some see, what is announced, and its incident. */
export function BannerNotes({ server }: { server: Server }) {
  const nameOf = useRegionName();
  const { openIncidentId, regionalAdvisory, inconsistent, flappingSince } = server;
  return (
    <>
      <PostureNote server={server} />
      {regionalAdvisory && (
        <p className="mt-2 max-w-prose">
          <span aria-hidden="true" className="text-degraded">
            ▲{' '}
          </span>
          Not the same everywhere: {regionalAdvisory.regions.map(nameOf).join(', ')} cannot use it{' '}
          <For iso={regionalAdvisory.since} />.
        </p>
      )}
      {flappingSince && (
        <p className="mt-2 max-w-prose">
          <span aria-hidden="true" className="text-degraded">
            ▲{' '}
          </span>
          Its state has come and gone <For iso={flappingSince} />: alerts are held until it keeps still.
        </p>
      )}
      {inconsistent && (
        <p className="mt-2 max-w-prose">
          <span aria-hidden="true" className="text-degraded">
            ▲{' '}
          </span>
          Not everyone is shown the same tools:{' '}
          <Link className="link" to="/servers/$serverId" params={{ serverId: server.id }} search={{ tab: 'contract' }}>
            several lists at once
          </Link>
        </p>
      )}
      <MutedNote server={server} />
      <AnnouncedWork server={server} />
      {openIncidentId && (
        <p className="mt-2">
          <Link className="link" to="/incidents/$incidentId" params={{ incidentId: openIncidentId }}>
            Open incident
          </Link>
        </p>
      )}
    </>
  );
}
