import type { ApiKeyWithSecret } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keysQuery } from '../../api/queries.ts';
import { announce } from '../../ui/announce.tsx';
import { errorAt, TextField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Card } from '../../ui/layout.tsx';
import { newKey } from './new-key.ts';
import { ScopePicker } from './scope-picker.tsx';

type Props = { onCreated: (key: ApiKeyWithSecret) => void; close: () => void };

export function CreateKey({ onCreated, close }: Props) {
  const client = useQueryClient();
  return (
    <Card className="mb-6">
      <h2 className="mb-4">Create an API key</h2>
      <Form<ApiKeyWithSecret>
        label="Create an API key"
        className="grid max-w-3xl gap-5"
        submit={(fields) => api.post('/keys', newKey(fields))}
        onDone={(key) => {
          void client.invalidateQueries({ queryKey: keysQuery.queryKey });
          announce(`The key ${key.name} was created`);
          onCreated(key);
        }}
      >
        {({ problem, busy }) => (
          <>
            <TextField
              label="Name"
              name="name"
              required
              maxLength={200}
              autoComplete="off"
              autoFocus
              placeholder="CI of the orders server"
              hint="What uses the key, so that you know it again."
              error={errorAt(problem, '/name')}
            />
            <ScopePicker error={errorAt(problem, '/scopes')} />
            <TextField
              label="Last day"
              name="lastDay"
              type="date"
              className="w-full max-w-48 rounded-md border border-edge bg-bg px-3 py-2"
              hint="The key opens nothing after this day. Empty: it works until it is revoked."
              error={errorAt(problem, '/expiresAt')}
            />
            <FormActions action="Create key" busy={busy} cancel={close} />
          </>
        )}
      </Form>
    </Card>
  );
}
