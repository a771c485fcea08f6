import type { PublicDrift } from '@alivemcp/contracts';
import { findPublishedPage, listRecentDrifts, listServersOfPage } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { toShownServer } from './read-status-page.ts';
import { toPublicDrift } from './to-public-drift.ts';

const MAX_DRIFTS = 20;

export type ServerDrift = PublicDrift & { serverName: string };

/** The newest drifts of all servers of a published page; null when there is none. Of a private server only that it drifted. */
export async function readStatusPageDrifts(ctx: ServiceContext, slug: string): Promise<ServerDrift[] | null> {
  const { db } = ctx.database;
  const found = await findPublishedPage(db, slug);
  if (!found) return null;
  const { workspaceId, id } = found.page;
  const servers = (await listServersOfPage(db, workspaceId, id)).map(toShownServer);
  const serverOf = new Map(servers.map((server) => [server.id, server]));
  const rows = await listRecentDrifts(db, workspaceId, [...serverOf.keys()], MAX_DRIFTS);
  return rows.flatMap((row) => {
    const server = serverOf.get(row.serverId);
    if (!server) return [];
    const drift = toPublicDrift(server.isPublic ? row : { ...row, summary: 'Its tools changed.' });
    return [{ ...drift, serverName: server.shownName }];
  });
}
