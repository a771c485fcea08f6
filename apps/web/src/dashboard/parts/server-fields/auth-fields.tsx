import type { Server } from '@alivemcp/contracts';
import { useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { errorAt, SelectField, TextField } from '../../ui/field.tsx';
import { AUTH_WORDS, type AuthType } from './auth-words.ts';
import { CredentialFields } from './credential-fields.tsx';
import { PresentCredential } from './present-credential.tsx';

const TYPES = Object.entries(AUTH_WORDS).map(([value, label]) => ({ value, label }));

/** How AliveMCP identifies itself. A stored credential is never shown: it is kept, replaced or removed. */
export function AuthFields({ server, problem }: { server?: Server; problem: Problem | null }) {
  const stored = server !== undefined && server.auth.type !== 'none';
  const [chosen, choose] = useState(stored ? 'keep' : 'none');
  const options = stored
    ? [
        { value: 'keep', label: 'Keep the stored credential' },
        { value: 'none', label: 'Remove it' },
        ...TYPES.slice(1).map(({ value, label }) => ({ value, label: `Replace it: ${label}` })),
      ]
    : TYPES;
  return (
    <>
      {stored && <PresentCredential auth={server.auth} />}
      <SelectField
        label="Credential"
        name="authType"
        options={options}
        value={chosen}
        onChange={(event) => choose(event.target.value)}
        error={errorAt(problem, '/auth/type')}
      />
      {chosen !== 'keep' && chosen !== 'none' && (
        <>
          <CredentialFields type={chosen as AuthType} problem={problem} />
          <TextField
            label="Expires"
            name="expiresAt"
            type="datetime-local"
            hint="Your local time, if it has an end: you are warned before."
            error={errorAt(problem, '/auth/expiresAt')}
          />
        </>
      )}
    </>
  );
}
