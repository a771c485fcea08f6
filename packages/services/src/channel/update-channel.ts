import type { Channel, UpdateChannelBody } from '@alivemcp/contracts';
import { findChannel, giveUpDeliveries, SOUND, updateChannelRow } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { changeSettings } from './change-settings.ts';
import { checkSettings, openSettings, settingsColumns } from './channel-settings.ts';
import { toChannel } from './to-channel.ts';

/**
 * Changes a channel. Switching it on again forgets why it was switched off; switching it off gives up what is on its way.
 */
export async function updateChannel(
  ctx: ServiceContext,
  scope: Scope,
  channelId: string,
  { name, events, enabled, ...change }: UpdateChannelBody,
): Promise<Channel> {
  const { workspaceId } = scope;
  const before = found(await findChannel(ctx.database.db, workspaceId, channelId), 'channel');
  const changed = Object.keys(change);
  const settings =
    changed.length > 0 ? await checkSettings(ctx, changeSettings(openSettings(ctx, before), change)) : null;
  const patch = {
    ...(name !== undefined && { name }),
    ...(settings && { ...settingsColumns(ctx, before, settings), ...SOUND }),
    ...(events !== undefined && { events: events && [...new Set(events)] }),
    ...(enabled !== undefined && { enabled }),
    ...(enabled && { disabledReason: null, ...SOUND }),
  };
  const fields = [
    ...Object.entries({ name, events, enabled }).flatMap(([field, value]) => (value === undefined ? [] : [field])),
    ...changed,
  ];
  if (fields.length === 0) return toChannel(before);
  return ctx.database.transaction(async (tx) => {
    const updatedAt = new Date(ctx.clock.now());
    const row = found(await updateChannelRow(tx, workspaceId, channelId, { ...patch, updatedAt }), 'channel');
    if (enabled === false) await giveUpDeliveries(tx, workspaceId, channelId);
    await appendAudit(tx, ctx, scope, { action: 'channel.updated', target: channelId, detail: { fields } });
    return toChannel(row);
  });
}
