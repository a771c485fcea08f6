import type { Incident, UpdateIncidentBody } from '@alivemcp/contracts';
import { api } from '../../api/client.ts';
import { announce } from '../../ui/announce.tsx';
import { errorAt, TextField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Card } from '../../ui/layout.tsx';
import { useIncidentChanged } from './use-incident-changed.ts';

export function RenameIncident({ incident, close }: { incident: Incident; close: () => void }) {
  const changed = useIncidentChanged();
  return (
    <Card className="mb-6 max-w-2xl">
      <Form<Incident>
        label="Rename the incident"
        submit={(fields) =>
          api.patch(`/incidents/${incident.id}`, { title: String(fields.get('title')) } satisfies UpdateIncidentBody)
        }
        onDone={(renamed) => {
          changed(renamed);
          announce('Renamed');
          close();
        }}
      >
        {({ problem, busy }) => (
          <>
            <TextField
              label="Title"
              name="title"
              required
              maxLength={200}
              autoComplete="off"
              autoFocus
              defaultValue={incident.title}
              hint="Status pages show it too."
              error={errorAt(problem, '/title')}
            />
            <FormActions action="Save" busy={busy} cancel={close} />
          </>
        )}
      </Form>
    </Card>
  );
}
