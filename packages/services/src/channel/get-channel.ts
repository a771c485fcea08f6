import type { Channel } from '@alivemcp/contracts';
import { findChannel } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { toChannel } from './to-channel.ts';

export async function getChannel(ctx: ServiceContext, scope: Scope, channelId: string): Promise<Channel> {
  return toChannel(found(await findChannel(ctx.database.db, scope.workspaceId, channelId), 'channel'));
}
