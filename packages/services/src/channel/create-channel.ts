import { AppError, type ChannelWithSecret, type CreateChannelBody } from '@alivemcp/contracts';
import { insertChannel } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { newId } from '../new-id.ts';
import { found } from '../not-found.ts';
import { checkAddressAt } from '../server/check-address.ts';
import { newSigningSecret } from './new-signing-secret.ts';
import { channelSecretContext } from './secret-context.ts';
import { toChannel } from './to-channel.ts';

/** Creates a webhook; its signing secret is in this answer and nowhere else. Throws `channel_type_unavailable`. */
export async function createChannel(
  ctx: ServiceContext,
  scope: Scope,
  { type, name, url: rawUrl, events }: CreateChannelBody,
): Promise<ChannelWithSecret> {
  if (type !== 'webhook') {
    const message = 'only webhook can be created so far';
    throw new AppError('channel_type_unavailable', `A ${type} channel cannot be created yet: use a webhook.`, [
      { pointer: '/type', message },
    ]);
  }
  if (rawUrl === undefined) {
    throw new AppError('invalid', 'A webhook needs a URL.', [{ pointer: '/url', message: 'required' }]);
  }
  const url = await checkAddressAt(ctx, rawUrl, '/url');
  const { workspaceId } = scope;
  const now = ctx.clock.now();
  const id = newId('channel', now);
  const secret = newSigningSecret();
  return ctx.database.transaction(async (tx) => {
    const row = await insertChannel(tx, {
      workspaceId,
      id,
      type,
      name: name ?? url.host,
      url: url.href,
      secretSealed: ctx.sealer.seal(secret, channelSecretContext(workspaceId, id)),
      events: events ? [...new Set(events)] : null,
      createdAt: new Date(now),
      updatedAt: new Date(now),
    });
    await appendAudit(tx, ctx, scope, { action: 'channel.created', target: id, detail: { type } });
    return { ...toChannel(found(row, 'channel')), secret };
  });
}
