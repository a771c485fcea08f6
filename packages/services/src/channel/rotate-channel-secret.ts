import { AppError, type ChannelWithSecret } from '@alivemcp/contracts';
import { lockChannel, updateChannelRow } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { newSigningSecret } from './new-signing-secret.ts';
import { channelSecretContext } from './secret-context.ts';
import { toChannel } from './to-channel.ts';

const OVERLAP_MS = 86_400_000;

/** A new signing secret of a webhook, shown once. Deliveries carry the signature of the old one too for 24 hours. */
export async function rotateChannelSecret(
  ctx: ServiceContext,
  scope: Scope,
  channelId: string,
): Promise<ChannelWithSecret> {
  const { workspaceId } = scope;
  const now = ctx.clock.now();
  const secret = newSigningSecret();
  return ctx.database.transaction(async (tx) => {
    const before = found(await lockChannel(tx, workspaceId, channelId), 'channel');
    if (before.type !== 'webhook') throw new AppError('conflict', 'Only a webhook has a signing secret.');
    const row = await updateChannelRow(tx, workspaceId, channelId, {
      secretSealed: ctx.sealer.seal(secret, channelSecretContext(workspaceId, channelId)),
      previousSecretSealed: before.secretSealed,
      previousSecretUntil: new Date(now + OVERLAP_MS),
      updatedAt: new Date(now),
    });
    await appendAudit(tx, ctx, scope, { action: 'channel.secret_rotated', target: channelId });
    return { ...toChannel(found(row, 'channel')), secret };
  });
}
