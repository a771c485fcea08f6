import type { CreateChannelBody, CreatedChannel } from '@alivemcp/contracts';
import { insertChannel } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { newId } from '../new-id.ts';
import { found } from '../not-found.ts';
import { checkSettings, settingsColumns } from './channel-settings.ts';
import { newSigningSecret } from './new-signing-secret.ts';
import { channelSecretContext } from './secret-context.ts';
import { nameOf } from './target-of.ts';
import { toChannel } from './to-channel.ts';

/**
 * Creates a channel. The signing secret of a webhook is in this answer and nowhere else. A mail address is used at once: only
 * people of the workspace can add it, and every mail offers the way out.
 */
export async function createChannel(
  ctx: ServiceContext,
  scope: Scope,
  { name, events, ...wanted }: CreateChannelBody,
): Promise<CreatedChannel> {
  const settings = await checkSettings(ctx, wanted);
  const { type } = settings;
  const { workspaceId } = scope;
  const now = ctx.clock.now();
  const id = newId('channel', now);
  const secret = type === 'webhook' ? newSigningSecret() : null;
  return ctx.database.transaction(async (tx) => {
    const row = await insertChannel(tx, {
      workspaceId,
      id,
      type,
      name: name ?? nameOf(settings),
      ...settingsColumns(ctx, { workspaceId, id }, settings),
      secretSealed: secret && ctx.sealer.seal(secret, channelSecretContext(workspaceId, id)),
      events: events ? [...new Set(events)] : null,
      createdAt: new Date(now),
      updatedAt: new Date(now),
    });
    await appendAudit(tx, ctx, scope, { action: 'channel.created', target: id, detail: { type } });
    return { ...toChannel(found(row, 'channel')), ...(secret && { secret }) };
  });
}
