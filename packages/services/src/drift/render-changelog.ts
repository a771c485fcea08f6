import { findServer } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { changelogText } from './changelog-text.ts';
import { loadChangelog } from './load-changelog.ts';

const MAX_DRIFTS = 200;

/** The newest changes of a server's tools as a Markdown page. */
export async function renderChangelog(ctx: ServiceContext, scope: Scope, serverId: string): Promise<string> {
  const { db } = ctx.database;
  const { server } = found(await findServer(db, scope.workspaceId, serverId), 'server');
  const { drifts, complete } = await loadChangelog(db, scope.workspaceId, serverId, MAX_DRIFTS);
  return changelogText(server.name, drifts, complete);
}
