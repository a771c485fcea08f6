import type { PublicServer } from '@alivemcp/contracts';
import { findPublicServer } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { loadPublicServer } from './load-public-server.ts';

/** What a badge or an embed shows of a server; null when there is none under this slug or it is not public. */
export async function readPublicServer(ctx: ServiceContext, slug: string): Promise<PublicServer | null> {
  const row = await findPublicServer(ctx.database.db, slug);
  return row && (await loadPublicServer(ctx, row)).server;
}
