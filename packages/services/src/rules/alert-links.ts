import type { ServiceContext } from '../context.ts';

/** As long as an alert is of use. */
const LIFE_MS = 7 * 86_400_000;

export type LinkPurpose = 'acknowledge' | 'mute';
/** `targetId` is an incident or a server: the link is good for that one alone. */
export type LinkRef = { workspaceId: string; targetId: string };

/** A link in an alert that does one thing without a sign-in, until 7 days after `at` (epoch ms). Sealed, so that nobody can make one. */
export function alertLink(
  ctx: Pick<ServiceContext, 'sealer' | 'publicUrl'>,
  purpose: LinkPurpose,
  { workspaceId, targetId }: LinkRef,
  at: number,
): string {
  const token = ctx.sealer.seal([workspaceId, targetId, at + LIFE_MS].join('/'), purpose);
  return `${ctx.publicUrl}/${purpose}?${new URLSearchParams({ token })}`;
}

/** What a link is for; null when we did not make it, or its time is over. */
export function readAlertLink(
  ctx: Pick<ServiceContext, 'sealer' | 'clock'>,
  purpose: LinkPurpose,
  token: string,
): LinkRef | null {
  try {
    const [workspaceId, targetId, until] = ctx.sealer.open(token, purpose).split('/');
    return workspaceId && targetId && Number(until) > ctx.clock.now() ? { workspaceId, targetId } : null;
  } catch {
    return null;
  }
}
