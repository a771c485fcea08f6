import type { ServiceContext } from '../context.ts';
import { readSealedLink, sealedLink } from '../sealed-link/sealed-link.ts';

/** As long as an alert is of use. */
const LIFE_MS = 7 * 86_400_000;

export type AlertLinkPurpose = 'acknowledge' | 'mute';
/** `targetId` is an incident or a server: the link is good for that one alone. */
export type LinkRef = { workspaceId: string; targetId: string };

/** A link in an alert, good until 7 days after `at` (epoch ms). */
export function alertLink(
  ctx: Pick<ServiceContext, 'sealer' | 'publicUrl'>,
  purpose: AlertLinkPurpose,
  { workspaceId, targetId }: LinkRef,
  at: number,
): string {
  return sealedLink(ctx, purpose, [workspaceId, targetId, at + LIFE_MS]);
}

/** What a link is for; null when we did not make it, or its time is over. */
export function readAlertLink(
  ctx: Pick<ServiceContext, 'sealer' | 'clock'>,
  purpose: AlertLinkPurpose,
  token: string,
): LinkRef | null {
  const [workspaceId, targetId, until] = readSealedLink(ctx, purpose, token);
  return workspaceId && targetId && Number(until) > ctx.clock.now() ? { workspaceId, targetId } : null;
}
