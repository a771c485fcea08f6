import type { Server } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRegionName } from '../../../ui/region-strip.tsx';
import { Ago } from '../../../ui/time.tsx';

/** What else is true of the server now: its incident, how it treats us, and what only some regions see. */
export function BannerNotes({ server }: { server: Server }) {
  const nameOf = useRegionName();
  const { openIncidentId, posture, regionalAdvisory } = server;
  return (
    <ul className="grid gap-2 not-empty:mt-3">
      {openIncidentId && (
        <Note>
          <Link className="link" to="/incidents/$incidentId" params={{ incidentId: openIncidentId }}>
            Open incident
          </Link>
        </Note>
      )}
      {posture === 'auth_required' && (
        <Note>
          Alive: it asks strangers for credentials. Its tools are not seen until a credential is{' '}
          <SettingsLink server={server}>added</SettingsLink>.
        </Note>
      )}
      {posture === 'credential_rejected' && (
        <Note>
          Alive, but it rejects the stored credential. Tools are not seen until the credential is{' '}
          <SettingsLink server={server}>replaced</SettingsLink>.
        </Note>
      )}
      {regionalAdvisory && (
        <Note>
          Not everywhere the same: {regionalAdvisory.regions.map(nameOf).join(', ')} cannot use it since{' '}
          <Ago iso={regionalAdvisory.since} />.
        </Note>
      )}
    </ul>
  );
}

const Note = ({ children }: { children: ReactNode }) => <li className="max-w-prose text-sm">{children}</li>;

function SettingsLink({ server, children }: { server: Server; children: ReactNode }) {
  return (
    <Link className="link" to="/servers/$serverId" params={{ serverId: server.id }} search={{ tab: 'settings' }}>
      {children}
    </Link>
  );
}
