import { AppError, type ToolList } from '@alivemcp/contracts';
import { findPresentTools, findServer } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';

/** The tool list a server is agreed to have now. `not_found` until one was seen. */
export async function getTools(ctx: ServiceContext, scope: Scope, serverId: string): Promise<ToolList> {
  const { db } = ctx.database;
  const { state } = found(await findServer(db, scope.workspaceId, serverId), 'server');
  const row = await findPresentTools(db, scope.workspaceId, serverId);
  if (!row) throw new AppError('not_found', 'No tool list of this server was seen yet.');
  return {
    hash: row.snapshot.hash,
    algorithm: row.snapshot.algorithm,
    count: row.snapshot.count,
    tokens: row.snapshot.tokens,
    era: (row.era ?? state.protocol?.era) === 'modern' ? 'modern' : 'legacy',
    changedAt: (row.changedAt ?? row.snapshot.createdAt).toISOString(),
    tools: row.snapshot.tools,
  };
}
