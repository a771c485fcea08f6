import type { ServiceContext } from '../context.ts';
import { readSealedLink, sealedLink } from '../sealed-link/sealed-link.ts';

type Ref = { workspaceId: string; channelId: string };

/** The link in a mail that switches its channel off without a sign-in. */
export function unsubscribeUrl(ctx: Pick<ServiceContext, 'sealer' | 'publicUrl'>, ref: Ref): string {
  return sealedLink(ctx, 'unsubscribe', [ref.workspaceId, ref.channelId]);
}

/** Whose link it is; null when we did not make it. */
export function readUnsubscribeToken(ctx: Pick<ServiceContext, 'sealer'>, token: string): Ref | null {
  const [workspaceId, channelId] = readSealedLink(ctx, 'unsubscribe', token);
  return workspaceId && channelId ? { workspaceId, channelId } : null;
}
