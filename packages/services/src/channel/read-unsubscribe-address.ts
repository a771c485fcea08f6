import { findChannel } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { readUnsubscribeToken } from './unsubscribe-url.ts';

/** Whose mail a link ends; null when it is none of ours. Changes nothing: programs that look at links follow them too. */
export async function readUnsubscribeAddress(ctx: ServiceContext, token: string): Promise<string | null> {
  const ref = readUnsubscribeToken(ctx, token);
  const row = ref && (await findChannel(ctx.database.db, ref.workspaceId, ref.channelId));
  return row?.type === 'email' ? row.target : null;
}
