import type { Channel, UpdateChannelBody } from '@alivemcp/contracts';
import { findChannel, updateChannelRow } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { checkAddressAt } from '../server/check-address.ts';
import { toChannel } from './to-channel.ts';

/** Changes a channel. Switching it on again forgets why it was switched off. */
export async function updateChannel(
  ctx: ServiceContext,
  scope: Scope,
  channelId: string,
  { name, url: rawUrl, events, enabled }: UpdateChannelBody,
): Promise<Channel> {
  const { workspaceId } = scope;
  const before = found(await findChannel(ctx.database.db, workspaceId, channelId), 'channel');
  const url = rawUrl === undefined ? undefined : (await checkAddressAt(ctx, rawUrl, '/url')).href;
  const patch = {
    ...(name !== undefined && { name }),
    ...(url !== undefined && { url }),
    ...(events !== undefined && { events: events && [...new Set(events)] }),
    ...(enabled !== undefined && { enabled }),
    ...(enabled && { disabledReason: null }),
  };
  const fields = Object.keys(patch).filter((field) => field !== 'disabledReason');
  if (fields.length === 0) return toChannel(before);
  return ctx.database.transaction(async (tx) => {
    const updatedAt = new Date(ctx.clock.now());
    const row = found(await updateChannelRow(tx, workspaceId, channelId, { ...patch, updatedAt }), 'channel');
    await appendAudit(tx, ctx, scope, { action: 'channel.updated', target: channelId, detail: { fields } });
    return toChannel(row);
  });
}
