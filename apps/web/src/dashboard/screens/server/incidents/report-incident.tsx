import type { Incident, Server } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { api } from '../../../api/client.ts';
import { announce } from '../../../ui/announce.tsx';
import { errorAt, TextArea, TextField } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormActions } from '../../../ui/form-actions.tsx';
import { Card } from '../../../ui/layout.tsx';

/** An incident that no probe can see. */
export function ReportIncident({ server, close }: { server: Server; close: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const title = useRef<HTMLInputElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <Card className="mb-4 max-w-2xl">
      <Form<Incident>
        label="Report an incident"
        submit={(fields) =>
          api.post('/incidents', { serverId: server.id, title: fields.get('title'), body: fields.get('body') })
        }
        onDone={(incident) => {
          void client.invalidateQueries({ queryKey: ['incidents', 'list'] });
          announce('The incident was reported');
          void navigate({ to: '/incidents/$incidentId', params: { incidentId: incident.id } });
        }}
      >
        {({ problem, busy }) => (
          <>
            <TextField
              ref={title}
              label="Title"
              name="title"
              required
              maxLength={200}
              error={errorAt(problem, '/title')}
            />
            <TextArea
              label="What is known"
              name="body"
              required
              maxLength={10_000}
              rows={4}
              hint="Plain text. Subscribed channels and public status pages get it."
              error={errorAt(problem, '/body')}
            />
            <FormActions action="Report" busy={busy} cancel={close} />
          </>
        )}
      </Form>
    </Card>
  );
}
