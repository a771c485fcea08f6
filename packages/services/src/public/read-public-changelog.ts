import { cleanLine } from '@alivemcp/contracts';
import { findPublicServer } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { changelogText, entryText, titleOf } from '../drift/changelog-text.ts';
import { loadChangelog } from '../drift/load-changelog.ts';

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
  const { drifts, complete } = await loadChangelog(db, workspaceId, id, MAX_ENTRIES);
  const serverName = cleanLine(name);
  return {
    serverId: id,
    serverName,
    updatedAt: drifts[0]?.at ?? createdAt.toISOString(),
    text: changelogText(serverName, drifts, complete),
    entries: drifts.map((drift) => ({ id: drift.id, at: drift.at, title: titleOf(drift), text: entryText(drift) })),
  };
}
