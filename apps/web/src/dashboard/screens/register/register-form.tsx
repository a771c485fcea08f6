import type { Server } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../api/client.ts';
import { serverQuery, serversQuery } from '../../api/queries.ts';
import { readServerFields } from '../../parts/server-fields/read-server-fields.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { errorAt, TextField } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { PageHeader } from '../../ui/layout.tsx';
import { ExistingServer } from './existing-server.tsx';
import { MoreFields } from './more-fields.tsx';

export function RegisterForm({ onDone }: { onDone: (server: Server) => void }) {
  const client = useQueryClient();
  const url = useRef<HTMLInputElement>(null);
  // The page is about this field: what was copied can be pasted at once.
  useEffect(() => url.current?.focus(), []);

  return (
    <div className="max-w-3xl">
      <PageHeader
        title="Register a server"
        lead="Its URL is enough. Everything else has a default and can be changed later."
      />
      <Form<Server>
        label="Register a server"
        submit={(fields) => api.post('/servers', { ...readServerFields(fields), public: fields.has('public') })}
        onDone={(server) => {
          client.setQueryData(serverQuery(server.id).queryKey, server);
          void client.invalidateQueries({ queryKey: serversQuery.queryKey });
          onDone(server);
        }}
      >
        {({ problem, busy }) => (
          <>
            <div className="grid gap-3 [&_input]:py-3 [&_input]:font-mono">
              <TextField
                ref={url}
                label="URL of the MCP endpoint"
                name="url"
                inputMode="url"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                required
                placeholder="https://mcp.example.com/mcp"
                error={errorAt(problem, '/url')}
              />
              <ExistingServer problem={problem} />
            </div>
            <MoreFields problem={problem} />
            <div className="flex flex-wrap gap-2">
              <Button type="submit" look="primary" busy={busy}>
                Register and check now
              </Button>
              <LinkButton to="/servers">Cancel</LinkButton>
            </div>
          </>
        )}
      </Form>
    </div>
  );
}
