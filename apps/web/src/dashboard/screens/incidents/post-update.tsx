import { INCIDENT_STATES, type Incident } from '@alivemcp/contracts';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { INCIDENT_STATE_WORDS } from '../../parts/incident-words.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { errorAt, SelectField, TextArea } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { useIncidentChanged } from './use-incident-changed.ts';

/** Tells channels and status pages how it goes. An automatic incident is closed by probes: the API says so when tried. */
export function PostUpdate({ incident }: { incident: Incident }) {
  const [body, setBody] = useState('');
  const changed = useIncidentChanged();
  // A closed incident takes only closing words.
  const states = incident.resolvedAt === null ? INCIDENT_STATES : (['resolved'] as const);
  return (
    <Form<Incident>
      label="Post an update"
      submit={(fields) => api.post(`/incidents/${incident.id}/updates`, { state: fields.get('state'), body })}
      onDone={(updated) => {
        changed(updated);
        setBody('');
        announce('The update was posted');
      }}
    >
      {({ problem, busy }) => (
        <>
          <SelectField
            label="State"
            name="state"
            key={incident.state}
            defaultValue={incident.state}
            options={states.map((value) => ({ value, label: INCIDENT_STATE_WORDS[value].word }))}
            error={errorAt(problem, '/state')}
          />
          <TextArea
            label="What is known"
            name="body"
            required
            maxLength={10_000}
            rows={4}
            value={body}
            onChange={(event) => setBody(event.target.value)}
            hint="Plain text. Subscribed channels and public status pages get it."
            error={errorAt(problem, '/body')}
          />
          <div>
            <Button type="submit" look="primary" busy={busy}>
              Post update
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}
