import type { ServiceContext } from '../context.ts';

const CONTEXT = 'unsubscribe';

type Ref = { workspaceId: string; channelId: string };

/** The link in a mail that switches its channel off without a sign-in. Sealed, so that nobody can make one. */
export function unsubscribeUrl(ctx: Pick<ServiceContext, 'sealer' | 'publicUrl'>, ref: Ref): string {
  const token = ctx.sealer.seal(`${ref.workspaceId}/${ref.channelId}`, CONTEXT);
  return `${ctx.publicUrl}/unsubscribe?${new URLSearchParams({ token })}`;
}

/** Whose link it is; null when we did not make it. */
export function readUnsubscribeToken(ctx: Pick<ServiceContext, 'sealer'>, token: string): Ref | null {
  try {
    const [workspaceId, channelId] = ctx.sealer.open(token, CONTEXT).split('/');
    return workspaceId && channelId ? { workspaceId, channelId } : null;
  } catch {
    return null;
  }
}
