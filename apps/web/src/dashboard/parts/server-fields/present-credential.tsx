import type { Server } from '@alivemcp/contracts';
import { Ago } from '../../ui/time.tsx';
import { AUTH_WORDS } from './auth-words.ts';

/** What may be told of a stored credential: its kind, its age and its end. */
export function PresentCredential({ auth }: { auth: Server['auth'] }) {
  const word = Object.entries(AUTH_WORDS).find(([type]) => type === auth.type)?.[1] ?? auth.type;
  return (
    <p>
      {word}
      {auth.setAt !== null && (
        <>
          , set <Ago iso={auth.setAt} />
        </>
      )}
      {auth.expiresAt !== null && (
        <>
          , {Date.parse(auth.expiresAt) < Date.now() ? 'expired' : 'expires'} <Ago iso={auth.expiresAt} />
        </>
      )}
      .
    </p>
  );
}
