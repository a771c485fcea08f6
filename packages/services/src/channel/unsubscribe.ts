import { lockChannel } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { ServiceContext } from '../context.ts';
import { retireChannel } from './retire-channel.ts';
import { readUnsubscribeToken } from './unsubscribe-url.ts';

/** Switches a mail channel off for who holds its link. Returns the address, or null when the link is none of ours any more. */
export async function unsubscribe(ctx: ServiceContext, token: string): Promise<string | null> {
  const ref = readUnsubscribeToken(ctx, token);
  if (!ref) return null;
  const { workspaceId, channelId } = ref;
  return ctx.database.transaction(async (tx) => {
    const row = await lockChannel(tx, workspaceId, channelId);
    if (row?.type !== 'email') return null;
    if (row.enabled) {
      await retireChannel(tx, ctx, row, `${row.target} unsubscribed.`);
      const scope = { workspaceId, actor: 'system' };
      await appendAudit(tx, ctx, scope, { action: 'channel.unsubscribed', target: channelId });
    }
    return row.target;
  });
}
