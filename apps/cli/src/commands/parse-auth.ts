import { type ProbeAuth, serverAuth } from '@alivemcp/contracts';
import { UsageError } from './usage-error.ts';

type AuthOptions = { header: string | undefined; bearerEnv: string | undefined };

/** The one credential of a probe. The token comes from the environment, so that it is in no shell history. */
export function parseAuth({ header, bearerEnv }: AuthOptions, env: NodeJS.ProcessEnv): ProbeAuth {
  if (header !== undefined && bearerEnv !== undefined) {
    throw new UsageError('--header and --bearer-env: a probe carries one credential, give one of them');
  }
  if (bearerEnv !== undefined) {
    const token = env[bearerEnv];
    if (!token) throw new UsageError(`--bearer-env: the environment variable ${bearerEnv} is not set`);
    return checked('--bearer-env', { type: 'bearer', token });
  }
  if (header === undefined) return { type: 'none' };
  const [, name, value] = /^([^:]+):\s*(.*?)\s*$/.exec(header) ?? [];
  if (name === undefined || !value) throw new UsageError(`--header: write 'Name: value'`);
  return checked('--header', { type: 'header', name: name.trim(), value });
}

/** By the rules of the service, so that what passes here can be registered there. The message never repeats the secret. */
function checked(option: string, auth: ProbeAuth): ProbeAuth {
  const result = serverAuth.safeParse(auth);
  if (result.success) return auth;
  throw new UsageError(`${option}: ${result.error.issues[0]?.message ?? 'not valid'}`);
}
