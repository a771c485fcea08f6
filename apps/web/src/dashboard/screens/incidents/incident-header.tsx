import type { Incident } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { INCIDENT_KIND_WORDS } from '../../parts/incident-words.ts';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/layout.tsx';
import { useServerName } from '../../ui/use-server-name.ts';
import { Acknowledge } from './acknowledge.tsx';
import { acknowledgementOf } from './acknowledgement.ts';
import { RenameIncident } from './rename-incident.tsx';

type Props = { incident: Incident; askedToAcknowledge: boolean };

export function IncidentHeader({ incident, askedToAcknowledge }: Props) {
  const [renaming, setRenaming] = useState(false);
  const rename = useRef<HTMLButtonElement>(null);
  const close = () => {
    setRenaming(false);
    rename.current?.focus();
  };
  const serverName = useServerName();
  return (
    <>
      <PageHeader
        title={incident.title}
        lead={
          <>
            {INCIDENT_KIND_WORDS[incident.kind]} ·{' '}
            <Link className="link wrap-anywhere" to="/servers/$serverId" params={{ serverId: incident.serverId }}>
              {serverName(incident.serverId)}
            </Link>
          </>
        }
      >
        <Button ref={rename} aria-expanded={renaming} onClick={() => setRenaming(!renaming)}>
          Rename
        </Button>
        {acknowledgementOf(incident) === 'open' && <Acknowledge id={incident.id} asked={askedToAcknowledge} />}
      </PageHeader>
      {renaming && <RenameIncident incident={incident} close={close} />}
    </>
  );
}
