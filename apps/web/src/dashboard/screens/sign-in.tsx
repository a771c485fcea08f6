import type { Session } from '@alivemcp/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Logo } from '../../theme/logo.tsx';
import { api } from '../api/client.ts';
import { sessionQuery, setupQuery } from '../api/queries.ts';
import { Button } from '../ui/button.tsx';
import { errorAt, TextField } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { useTitle } from '../ui/use-title.ts';

const route = getRouteApi('/sign-in');

/** A link may carry what to fill in behind its `#`, which no server ever sees; pressing the button stays with people. */
const filledIn = new URLSearchParams(window.location.hash.slice(1));

export function SignIn() {
  const { from = '/servers' } = route.useSearch();
  const router = useRouter();
  const client = useQueryClient();
  const { data: setup } = useQuery(setupQuery);
  useTitle('Sign in');

  return (
    <main id="main" className="mx-auto grid min-h-dvh max-w-sm content-center gap-6 p-6">
      <div className="flex items-center gap-3">
        <Logo className="size-6" />
        <h1>Sign in to AliveMCP</h1>
      </div>
      {setup?.pending && (
        <Notice title="Nobody owns this installation yet">
          Open the one-time link that AliveMCP printed when it started. It creates the owner account.
        </Notice>
      )}
      <Form<Session>
        label="Sign in"
        submit={(fields) => api.post('/session', { email: fields.get('email'), password: fields.get('password') })}
        onDone={(session) => {
          client.setQueryData(sessionQuery.queryKey, session);
          router.history.push(from);
        }}
      >
        {({ problem, busy }) => (
          <>
            <TextField
              label="Email"
              name="email"
              type="email"
              autoComplete="username"
              required
              defaultValue={filledIn.get('email') ?? ''}
              error={errorAt(problem, '/email')}
            />
            <TextField
              label="Password"
              name="password"
              type="password"
              autoComplete="current-password"
              required
              defaultValue={filledIn.get('password') ?? ''}
              error={errorAt(problem, '/password')}
            />
            <Button type="submit" look="primary" busy={busy}>
              Sign in
            </Button>
          </>
        )}
      </Form>
    </main>
  );
}
