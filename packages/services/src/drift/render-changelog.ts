import { findServer, listDriftRows } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { changelogText } from './changelog-text.ts';
import { toDrift } from './to-drift.ts';

const MAX_DRIFTS = 200;

/** The newest changes of a server's tools as a Markdown page. */
export async function renderChangelog(ctx: ServiceContext, scope: Scope, serverId: string): Promise<string> {
  const { db } = ctx.database;
  const { server } = found(await findServer(db, scope.workspaceId, serverId), 'server');
  const rows = await listDriftRows(db, scope.workspaceId, serverId, { after: null, limit: MAX_DRIFTS + 1 });
  return changelogText(server.name, rows.slice(0, MAX_DRIFTS).map(toDrift), rows.length <= MAX_DRIFTS);
}
