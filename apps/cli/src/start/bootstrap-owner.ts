import { randomBytes } from 'node:crypto';
import type { Bootstrap } from '@alivemcp/config';
import { bootstrap, issueSetupLink, type ServiceContext } from '@alivemcp/services';

/**
 * Makes sure that there is, or can be, an owner: by the environment, else by a one-time link. Returns the link, or null when
 * none is needed.
 */
export async function bootstrapOwner(services: ServiceContext, given: Bootstrap | null): Promise<string | null> {
  if (given) {
    // With a key alone the account exists, but nobody knows its password.
    const password = given.password ?? randomBytes(32).toString('base64url');
    await bootstrap(services, { email: given.email, password, apiKey: given.apiKey ?? undefined });
    return null;
  }
  const token = await issueSetupLink(services);
  return token && `${services.publicUrl}/setup?token=${token}`;
}
