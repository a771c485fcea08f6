import { hasOwner, lockSetup, replaceSetupLink } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { hashToken, newToken } from './token.ts';

const VALID_MS = 86_400_000;

/** The token of a new one-time link that creates the owner account; it ends the link before it. Null when there is an owner. */
export async function issueSetupLink(ctx: ServiceContext): Promise<string | null> {
  const now = ctx.clock.now();
  return ctx.database.transaction(async (tx) => {
    await lockSetup(tx);
    if (await hasOwner(tx)) return null;
    const token = newToken();
    await replaceSetupLink(tx, {
      tokenHash: hashToken(token),
      createdAt: new Date(now),
      expiresAt: new Date(now + VALID_MS),
    });
    return token;
  });
}
