import { AppError, type ChannelSettings } from '@alivemcp/contracts';
import type { ChannelRow } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { checkAddressAt } from '../server/check-address.ts';
import { missingFor } from './list-channel-types.ts';
import { targetOf } from './target-of.ts';

type Columns = Pick<ChannelRow, 'url' | 'template' | 'target' | 'settingsSealed'>;
type Ref = { workspaceId: string; id: string };

const contextOf = ({ workspaceId, id }: Ref) => `channel/${workspaceId}/${id}/settings`;

/** Settings as they are stored: those of a webhook in the clear, all others sealed beside what people may see of them. */
export function settingsColumns(ctx: Pick<ServiceContext, 'sealer'>, ref: Ref, settings: ChannelSettings): Columns {
  if (settings.type === 'webhook')
    return { url: settings.url, template: settings.template ?? null, target: null, settingsSealed: null };
  const settingsSealed = ctx.sealer.seal(JSON.stringify(settings), contextOf(ref));
  return { url: null, template: null, target: targetOf(settings), settingsSealed };
}

export function openSettings(ctx: Pick<ServiceContext, 'sealer'>, row: ChannelRow): ChannelSettings {
  // The seal is the proof that we wrote it.
  if (row.settingsSealed) return JSON.parse(ctx.sealer.open(row.settingsSealed, contextOf(row))) as ChannelSettings;
  if (row.type !== 'webhook' || row.url === null) throw new Error(`channel ${row.id} has no settings`);
  return { type: 'webhook', url: row.url, ...(row.template && { template: row.template }) };
}

/** Settings whose addresses may be called, each in its one spelling. Throws at the field. */
export async function checkSettings(ctx: ServiceContext, settings: ChannelSettings): Promise<ChannelSettings> {
  const message = missingFor(ctx, settings.type);
  if (message !== null) {
    throw new AppError('channel_type_unavailable', `An ${settings.type} channel is not possible: ${message}.`, [
      { pointer: '/type', message },
    ]);
  }
  if ('url' in settings && settings.url !== undefined)
    return { ...settings, url: (await checkAddressAt(ctx, settings.url, '/url')).href };
  if ('apiUrl' in settings && settings.apiUrl !== undefined) {
    const { href } = await checkAddressAt(ctx, settings.apiUrl, '/apiUrl');
    return { ...settings, apiUrl: href.replace(/\/$/, '') };
  }
  return settings;
}
