import type { Channel, Page, PageQuery } from '@alivemcp/contracts';
import { listChannelRows } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { toPage, toSlice } from '../page.ts';
import { toChannel } from './to-channel.ts';

/** Newest first. */
export async function listChannels(ctx: ServiceContext, scope: Scope, page: PageQuery): Promise<Page<Channel>> {
  const rows = await listChannelRows(ctx.database.db, scope.workspaceId, toSlice(page));
  return toPage(rows, page.limit, ({ createdAt, id }) => ({ at: createdAt, id }), toChannel);
}
