import type { Incident } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { zoneName } from '../../../format/times.ts';
import { api } from '../../api/client.ts';
import { serversQuery } from '../../api/queries.ts';
import { IncidentFields } from '../../parts/incident-fields.tsx';
import { announce } from '../../ui/announce.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { errorAt, SelectField, TextField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Empty, PageHeader } from '../../ui/layout.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { newIncident } from './new-incident.ts';
import { useIncidentChanged } from './use-incident-changed.ts';

/** An incident that probes cannot see, opened by hand; or one that is over, written down afterwards. */
export function OpenIncident() {
  const servers = useQuery(serversQuery);
  useTitle('Open an incident');
  return (
    <>
      <p className="mb-2 text-sm">
        <Link className="link" to="/incidents" activeOptions={{ exact: true }}>
          Incidents
        </Link>
      </p>
      <PageHeader title="Open an incident" lead="For what probes cannot see. Only people close it." />
      <QueryView query={servers}>
        {(list) =>
          list.length > 0 ? (
            <Fields servers={list.map(({ id, name }) => ({ value: id, label: name }))} />
          ) : (
            <Empty title="There is no server yet" action={<LinkButton to="/servers/new">Register a server</LinkButton>}>
              An incident is about one of your servers.
            </Empty>
          )
        }
      </QueryView>
    </>
  );
}

function Fields({ servers }: { servers: { value: string; label: string }[] }) {
  const navigate = useNavigate();
  const changed = useIncidentChanged();
  const zone = `Your time: ${zoneName(new Date().toISOString())}.`;
  const opened = (incident: Incident) => {
    changed(incident);
    announce(incident.resolvedAt ? 'The incident was written down' : 'The incident was opened');
    void navigate({ to: '/incidents/$incidentId', params: { incidentId: incident.id } });
  };
  return (
    <Form<Incident>
      label="Open an incident"
      className="grid max-w-3xl gap-5"
      submit={(fields) => api.post('/incidents', newIncident(fields))}
      onDone={opened}
    >
      {({ problem, busy }) => (
        <>
          <SelectField label="Server" name="serverId" options={servers} error={errorAt(problem, '/serverId')} />
          <IncidentFields problem={problem} />
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <TextField
              label="Began (optional)"
              name="openedAt"
              type="datetime-local"
              hint={`Empty: now. ${zone}`}
              error={errorAt(problem, '/openedAt')}
            />
            <TextField
              label="Ended (optional)"
              name="resolvedAt"
              type="datetime-local"
              hint="Only for what is over: it is written down, and nobody is told."
              error={errorAt(problem, '/resolvedAt')}
            />
          </div>
          <FormActions
            action="Open incident"
            busy={busy}
            cancel={() => void navigate({ to: '/incidents', search: {} })}
          />
        </>
      )}
    </Form>
  );
}
