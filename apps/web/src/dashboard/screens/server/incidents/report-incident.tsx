import type { Incident, Server } from '@alivemcp/contracts';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../../api/client.ts';
import { IncidentFields } from '../../../parts/incident-fields.tsx';
import { announce } from '../../../ui/announce.tsx';
import { takeFocus } from '../../../ui/focus.ts';
import { Form } from '../../../ui/form.tsx';
import { FormActions } from '../../../ui/form-actions.tsx';
import { Card } from '../../../ui/layout.tsx';
import { useIncidentChanged } from '../../incidents/use-incident-changed.ts';

/** An incident that no probe can see. */
export function ReportIncident({ server, close }: { server: Server; close: () => void }) {
  const changed = useIncidentChanged();
  const navigate = useNavigate();
  return (
    <Card className="mb-4 max-w-2xl">
      <Form<Incident>
        label="Report an incident"
        submit={(fields) =>
          api.post('/incidents', { serverId: server.id, title: fields.get('title'), body: fields.get('body') })
        }
        onDone={(incident) => {
          changed(incident);
          announce('The incident was reported');
          void navigate({ to: '/incidents/$incidentId', params: { incidentId: incident.id } });
        }}
      >
        {({ problem, busy }) => (
          <>
            <IncidentFields problem={problem} ref={takeFocus} />
            <FormActions action="Report" busy={busy} cancel={close} />
          </>
        )}
      </Form>
    </Card>
  );
}
