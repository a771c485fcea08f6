import { cleanLine } from '@alivemcp/contracts';
import { findPublicServer, listDriftRows } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { changelogText, entryText, titleOf } from '../drift/changelog-text.ts';
import { toDrift } from '../drift/to-drift.ts';

const MAX_ENTRIES = 100;

export type PublicChangelog = {
  serverId: string;
  serverName: string;
  /** ISO time of the newest entry, of the server's registration where there is none. */
  updatedAt: string;
  /** The whole as Markdown. */
  text: string;
  /** Newest first; each text is Markdown. */
  entries: { id: string; at: string; title: string; text: string }[];
};

/** What changed in the contract of a public server, in the words of a changelog; null when there is no such server. */
export async function readPublicChangelog(ctx: ServiceContext, slug: string): Promise<PublicChangelog | null> {
  const { db } = ctx.database;
  const row = await findPublicServer(db, slug);
  if (!row) return null;
  const { workspaceId, id, name, createdAt } = row.server;
  const rows = await listDriftRows(db, workspaceId, id, { after: null, limit: MAX_ENTRIES + 1 });
  const drifts = rows.slice(0, MAX_ENTRIES).map(toDrift);
  const serverName = cleanLine(name);
  return {
    serverId: id,
    serverName,
    updatedAt: drifts[0]?.at ?? createdAt.toISOString(),
    text: changelogText(serverName, drifts, rows.length <= MAX_ENTRIES),
    entries: drifts.map((drift) => ({ id: drift.id, at: drift.at, title: titleOf(drift), text: entryText(drift) })),
  };
}
