import type { Page, PageQuery, ToolVersion } from '@alivemcp/contracts';
import { findServer, listRegionsOfServers, listToolVersionRows } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { toPage, toSlice } from '../page.ts';
import { lastProbeAt } from '../server/to-server.ts';

/** The tool lists a server has had, newest first. The present one was last seen by the newest probe. */
export async function listToolVersions(
  ctx: ServiceContext,
  scope: Scope,
  serverId: string,
  page: PageQuery,
): Promise<Page<ToolVersion>> {
  const { db } = ctx.database;
  const { workspaceId } = scope;
  const slice = toSlice(page);
  found(await findServer(db, workspaceId, serverId), 'server');
  const probedAt = lastProbeAt(await listRegionsOfServers(db, workspaceId, [serverId]));
  const rows = await listToolVersionRows(db, workspaceId, serverId, slice);
  return toPage(
    rows,
    page.limit,
    ({ version }) => ({ at: version.firstSeenAt, id: version.hash }),
    ({ version, count, tokens }) => ({
      hash: version.hash,
      count,
      tokens,
      era: version.era,
      serverVersion: version.serverVersion,
      firstSeenAt: version.firstSeenAt.toISOString(),
      lastSeenAt: (version.replacedAt ?? later(probedAt, version.firstSeenAt)).toISOString(),
    }),
  );
}

const later = (a: Date | null, b: Date) => (a !== null && a > b ? a : b);
