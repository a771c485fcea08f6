import type { Server } from '@alivemcp/contracts';
import { findServer } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { loadServerFacts } from './load-server-facts.ts';

export async function getServer(ctx: ServiceContext, scope: Scope, serverId: string): Promise<Server> {
  const row = found(await findServer(ctx.database.db, scope.workspaceId, serverId), 'server');
  const [server] = await loadServerFacts(ctx, scope.workspaceId, [row]);
  return found(server, 'server');
}
