import { type ProbeAuth, serverAuth } from '@alivemcp/contracts';
import type { ProbeOptions } from './probe-options.ts';
import { UsageError } from './usage-error.ts';

type AuthOptions = Pick<ProbeOptions, 'header' | 'headerEnv' | 'bearerEnv'>;

/** The one credential of a probe. Secrets come from the environment, so that they are in no shell history. */
export function parseAuth({ header, headerEnv, bearerEnv }: AuthOptions, env: NodeJS.ProcessEnv): ProbeAuth {
  if ([header, headerEnv, bearerEnv].filter((given) => given !== undefined).length > 1) {
    throw new UsageError('--header, --header-env and --bearer-env: a probe carries one credential, give one of them');
  }
  if (bearerEnv !== undefined) {
    return checked('--bearer-env', { type: 'bearer', token: fromEnv('--bearer-env', bearerEnv, env) });
  }
  if (headerEnv !== undefined) return parseHeader('--header-env', fromEnv('--header-env', headerEnv, env));
  return header === undefined ? { type: 'none' } : parseHeader('--header', header);
}

function fromEnv(option: string, name: string, env: NodeJS.ProcessEnv): string {
  const value = env[name];
  if (!value) throw new UsageError(`${option}: the environment variable ${name} is not set`);
  return value;
}

function parseHeader(option: string, header: string): ProbeAuth {
  const [, name, value] = /^([^:]+):\s*(.*?)\s*$/.exec(header) ?? [];
  if (name === undefined || !value) throw new UsageError(`${option}: write 'Name: value'`);
  return checked(option, { type: 'header', name: name.trim(), value });
}

/** By the rules of the service, so that what passes here can be registered there. The message never repeats the secret. */
function checked(option: string, auth: ProbeAuth): ProbeAuth {
  const result = serverAuth.safeParse(auth);
  if (result.success) return auth;
  throw new UsageError(`${option}: ${result.error.issues[0]?.message ?? 'not valid'}`);
}
