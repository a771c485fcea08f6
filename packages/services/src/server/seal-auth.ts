import type { ProbeAuth, ServerAuthInput } from '@alivemcp/contracts';
import type { schema } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { jwtExpiry } from '../watchdog/jwt-expiry.ts';
import { authContext } from './auth-context.ts';

type AuthColumns = Pick<typeof schema.server.$inferSelect, 'authType' | 'authSealed' | 'authSetAt' | 'authExpiresAt'>;

export const NO_AUTH: AuthColumns = { authType: 'none', authSealed: null, authSetAt: null, authExpiresAt: null };

/** A credential as it is stored: a sealed `ProbeAuth`, and in the clear only its kind and its dates. */
export function sealAuth(
  ctx: Pick<ServiceContext, 'sealer' | 'clock'>,
  workspaceId: string,
  serverId: string,
  auth: ServerAuthInput,
): AuthColumns {
  if (auth.type === 'none') return NO_AUTH;
  const { expiresAt, ...credential } = auth;
  return {
    authType: auth.type,
    authSealed: ctx.sealer.seal(JSON.stringify(credential satisfies ProbeAuth), authContext(workspaceId, serverId)),
    authSetAt: new Date(ctx.clock.now()),
    authExpiresAt: expiresAt === undefined ? ownExpiry(credential) : new Date(expiresAt),
  };
}

/** What the credential says of itself, where the owner does not. */
const ownExpiry = (credential: ProbeAuth): Date | null =>
  credential.type === 'bearer' ? jwtExpiry(credential.token) : null;
