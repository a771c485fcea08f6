import { AppError } from '@alivemcp/contracts';
import { findChannel, restartFailed, wakeDelivery } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';

/** Sends again what was made for a channel since a moment and failed, each under its old id. Returns how many deliveries. */
export async function replayChannel(
  ctx: ServiceContext,
  scope: Scope,
  channelId: string,
  since: string,
): Promise<{ count: number }> {
  const { workspaceId } = scope;
  return ctx.database.transaction(async (tx) => {
    const channel = found(await findChannel(tx, workspaceId, channelId), 'channel');
    if (!channel.enabled) throw new AppError('conflict', 'The channel is disabled: enable it first.');
    const now = new Date(ctx.clock.now());
    const count = await restartFailed(tx, workspaceId, channelId, new Date(since), now);
    await wakeDelivery(tx);
    await appendAudit(tx, ctx, scope, { action: 'channel.replayed', target: channelId, detail: { since, count } });
    return { count };
  });
}
