import type { Server } from '@alivemcp/contracts';
import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { AuthFields } from '../../../parts/server-fields/auth-fields.tsx';
import { changedFields } from '../../../parts/server-fields/changed-fields.ts';
import { CheckFields } from '../../../parts/server-fields/check-fields.tsx';
import { ContractFields } from '../../../parts/server-fields/contract-fields.tsx';
import { ExpectationFields } from '../../../parts/server-fields/expectation-fields.tsx';
import { FieldGroup } from '../../../parts/server-fields/field-group.tsx';
import { JudgementFields } from '../../../parts/server-fields/judgement-fields.tsx';
import { NameFields } from '../../../parts/server-fields/name-fields.tsx';
import { readServerFields } from '../../../parts/server-fields/read-server-fields.ts';
import { announce } from '../../../ui/announce.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { UrlField } from './url-field.tsx';
import { useServerChanged } from './use-server-changed.ts';

/** What the owner said about a server. Only what was changed is sent. */
export function EditServer({ server }: { server: Server }) {
  // The fields begin with what was last saved here: news of the server must not touch what somebody is typing.
  const [saved, setSaved] = useState(server);
  const showServer = useServerChanged();
  return (
    <Form<Server>
      label="Settings"
      className="grid gap-6"
      submit={(fields) => api.patch(`/servers/${saved.id}`, changedFields(saved, readServerFields(fields)))}
      onDone={(next) => {
        showServer(next);
        setSaved(next);
        announce('Saved');
      }}
    >
      {({ problem, busy }) => (
        <>
          {/* Begins anew after saving; the button stays, and with it the focus. */}
          <div key={saved.updatedAt} className="grid gap-6">
            <FieldGroup title="Address">
              <UrlField server={saved} problem={problem} />
            </FieldGroup>
            <FieldGroup title="Authentication">
              <AuthFields server={saved} problem={problem} />
            </FieldGroup>
            <FieldGroup title="Checks">
              <CheckFields server={saved} problem={problem} />
            </FieldGroup>
            <FieldGroup title="Judgement">
              <JudgementFields server={saved} problem={problem} />
            </FieldGroup>
            <FieldGroup title="Expectations">
              <ExpectationFields server={saved} problem={problem} />
            </FieldGroup>
            <FieldGroup title="Contract">
              <ContractFields server={saved} problem={problem} />
            </FieldGroup>
            <FieldGroup title="Name and tags">
              <NameFields server={saved} problem={problem} />
            </FieldGroup>
          </div>
          <div>
            <Button type="submit" look="primary" busy={busy}>
              Save
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}
