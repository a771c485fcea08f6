import type { Gate, Server } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../../../api/client.ts';
import { gatesQuery } from '../../../api/queries.ts';
import { announce } from '../../../ui/announce.tsx';
import { errorAt, SelectField, TextField } from '../../../ui/field.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormActions } from '../../../ui/form-actions.tsx';
import { Card } from '../../../ui/layout.tsx';
import { gateBody } from './gate-body.ts';

const MINUTES = [1, 2, 5, 10, 15, 30];
const LIMITS = MINUTES.map((minutes) => ({
  value: String(minutes * 60_000),
  label: minutes === 1 ? '1 minute' : `${minutes} minutes`,
}));

export function StartGate({ server, close }: { server: Server; close: () => void }) {
  const client = useQueryClient();
  const { version } = server.serverInfo ?? {};
  return (
    <Card className="mb-4 max-w-2xl">
      <Form<Gate>
        label="Start a gate"
        submit={(fields) => api.post('/gates', gateBody(server.id, fields))}
        onDone={() => {
          void client.invalidateQueries({ queryKey: gatesQuery(server.id).queryKey });
          announce('The gate waits');
          close();
        }}
      >
        {({ problem, busy }) => (
          <>
            <SelectField
              label="Time limit"
              name="timeoutMs"
              defaultValue="300000"
              autoFocus
              options={LIMITS}
              error={errorAt(problem, '/timeoutMs')}
            />
            <TextField
              label="Expected version (optional)"
              name="expectVersion"
              maxLength={200}
              autoComplete="off"
              placeholder="1.4.0"
              hint={
                <>
                  As the server says it of itself; a leading v does not count.{' '}
                  {version && (
                    <>
                      Now it says <code className="prose-code">{version}</code>.
                    </>
                  )}
                </>
              }
              error={errorAt(problem, '/expectVersion')}
            />
            <HashField now={server.tools?.hash} error={errorAt(problem, '/expectHash')} />
            <FormActions action="Start" busy={busy} cancel={close} />
          </>
        )}
      </Form>
    </Card>
  );
}

function HashField({ now, error }: { now: string | undefined; error: string | undefined }) {
  const field = useRef<HTMLInputElement>(null);
  const fill = () => {
    if (field.current) field.current.value = now ?? '';
    field.current?.focus();
  };
  return (
    <div className="grid gap-1.5">
      <TextField
        ref={field}
        label="Expected tools (optional)"
        name="expectHash"
        maxLength={64}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        hint={
          <>
            The hash of the whole list, as <code className="prose-code">alivemcp snapshot</code> writes it.
          </>
        }
        error={error}
      />
      {now && (
        <button type="button" className="link min-h-6 justify-self-start text-sm" onClick={fill}>
          The same tools as now
        </button>
      )}
    </div>
  );
}
