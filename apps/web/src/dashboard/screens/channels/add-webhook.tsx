import type { ChannelWithSecret } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { announce } from '../../ui/announce.tsx';
import { Form } from '../../ui/form.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Card } from '../../ui/layout.tsx';
import { newWebhook } from './channel-body.ts';
import { ChannelFields } from './channel-fields.tsx';

type Props = { onCreated: (channel: ChannelWithSecret) => void; close: () => void };

export function AddWebhook({ onCreated, close }: Props) {
  const client = useQueryClient();
  return (
    <Card className="mb-6">
      <h2 className="mb-4">Add a webhook</h2>
      <Form<ChannelWithSecret>
        label="Add a webhook"
        className="grid max-w-3xl gap-5"
        submit={(fields) => api.post('/channels', newWebhook(fields))}
        onDone={(channel) => {
          void client.invalidateQueries({ queryKey: ['channels'] });
          announce(`${channel.name} was added`);
          onCreated(channel);
        }}
      >
        {({ problem, busy }) => (
          <>
            <ChannelFields problem={problem} />
            <FormActions action="Add webhook" busy={busy} cancel={close} />
          </>
        )}
      </Form>
    </Card>
  );
}
