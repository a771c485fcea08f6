import type { ProbeAuth } from '@alivemcp/contracts';
import { type Context, timed } from '../context.ts';
import { ProbeFailure } from '../failure.ts';
import { accessToken } from './token.ts';

/** Headers a credential must not set: they belong to the connection, or to the clouds' metadata services. */
const FORBIDDEN =
  /^(host|content-length|content-type|transfer-encoding|connection|upgrade|te|trailer|expect|keep-alive|origin|accept|mcp-.*|proxy-.*|x-forwarded-.*|metadata|metadata-flavor|x-aws-.*)$/i;
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Puts the credential into the context's headers and its secrets. Throws ProbeFailure when it cannot be presented. */
export async function presentCredential(ctx: Context): Promise<void> {
  const { auth } = ctx.target;
  for (const secret of secretsOf(auth)) ctx.secrets.add(secret);
  if (auth.type === 'bearer') setHeader(ctx, 'authorization', `Bearer ${auth.token}`);
  else if (auth.type === 'header') setHeader(ctx, auth.name.toLowerCase(), auth.value);
  else if (auth.type === 'oauth_client_credentials') {
    const token = await timed(ctx, 'auth', () => accessToken(ctx, auth));
    ctx.secrets.add(token);
    setHeader(ctx, 'authorization', `Bearer ${token}`);
  }
}

function setHeader(ctx: Context, name: string, value: string): void {
  if (!NAME.test(name) || FORBIDDEN.test(name) || !VALUE.test(value))
    throw new ProbeFailure('auth.rejected', { detail: 'The stored credential cannot be sent as a header.' });
  ctx.authHeaders[name] = value;
}

/** The literal values of a credential, to be taken out of everything shown. */
export function secretsOf(auth: ProbeAuth): string[] {
  if (auth.type === 'bearer') return [auth.token];
  if (auth.type === 'header') {
    const value = auth.value.replace(/^(Bearer|Basic|Token)\s+/i, '');
    return value === auth.value ? [value] : [auth.value, value, ...passwordOf(auth.value)];
  }
  return auth.type === 'oauth_client_credentials' ? [auth.clientSecret] : [];
}

/** The password inside a Basic credential, which a server may quote by itself. */
function passwordOf(value: string): string[] {
  const pair = /^Basic\s+(\S+)$/i.exec(value)?.[1];
  if (pair === undefined) return [];
  const plain = Buffer.from(pair, 'base64').toString();
  return [plain.slice(plain.indexOf(':') + 1)];
}
