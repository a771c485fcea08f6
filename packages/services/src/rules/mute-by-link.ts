import { LINK_MUTE_MS } from '@alivemcp/contracts';
import { findServer } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { LINK_ACTOR } from './acknowledge-by-link.ts';
import { readAlertLink } from './alert-links.ts';
import { muteServer } from './mute-server.ts';

/** Name of the server that a link mutes; null when it is none of ours any more. Changes nothing. */
export async function readMuteLink(ctx: ServiceContext, token: string): Promise<string | null> {
  const ref = readAlertLink(ctx, 'mute', token);
  const row = ref && (await findServer(ctx.database.db, ref.workspaceId, ref.targetId));
  return row?.server.name ?? null;
}

/** Mutes the server of a link for an hour from now; a longer mute stays. Returns its name. */
export async function muteByLink(ctx: ServiceContext, token: string): Promise<string | null> {
  const ref = readAlertLink(ctx, 'mute', token);
  const row = ref && (await findServer(ctx.database.db, ref.workspaceId, ref.targetId));
  if (!row) return null;
  const { workspaceId, targetId } = ref;
  const isLonger = (row.server.mutedUntil?.getTime() ?? 0) > ctx.clock.now() + LINK_MUTE_MS;
  if (!isLonger) await muteServer(ctx, { workspaceId, actor: LINK_ACTOR }, targetId, LINK_MUTE_MS);
  return row.server.name;
}
