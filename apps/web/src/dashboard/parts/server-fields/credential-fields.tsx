import type { ComponentProps } from 'react';
import type { Problem } from '../../api/problem.ts';
import { errorAt, TextField } from '../../ui/field.tsx';
import type { AuthType } from './auth-words.ts';

export function CredentialFields({ type, problem }: { type: AuthType; problem: Problem | null }) {
  if (type === 'bearer') return <Secret label="Token" name="token" error={errorAt(problem, '/auth/token')} />;
  if (type === 'header') {
    return (
      <>
        <Plain
          label="Header name"
          name="headerName"
          required
          placeholder="X-Api-Key"
          error={errorAt(problem, '/auth/name')}
        />
        <Secret label="Header value" name="headerValue" error={errorAt(problem, '/auth/value')} />
      </>
    );
  }
  return (
    <>
      <Plain label="Client ID" name="clientId" required error={errorAt(problem, '/auth/clientId')} />
      <Secret label="Client secret" name="clientSecret" error={errorAt(problem, '/auth/clientSecret')} />
      <Plain label="Scope (optional)" name="scope" error={errorAt(problem, '/auth/scope')} />
      <Plain
        label="Token URL (optional)"
        name="tokenUrl"
        inputMode="url"
        hint="Found through the server's own metadata when left empty."
        error={errorAt(problem, '/auth/tokenUrl')}
      />
    </>
  );
}

type Props = ComponentProps<typeof TextField>;

const Plain = (props: Props) => <TextField autoComplete="off" autoCapitalize="none" spellCheck={false} {...props} />;

// No browser should offer to keep, or fill in, somebody's own password here.
const Secret = (props: Props) => (
  <TextField
    type="password"
    autoComplete="new-password"
    required
    hint="Stored encrypted and never shown again."
    {...props}
  />
);
