import type { AlertRules } from '@alivemcp/contracts';
import { findServer, listRules } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { toRules } from './to-rules.ts';

/** The default rules of a workspace. */
export async function getRules(ctx: ServiceContext, { workspaceId }: Scope): Promise<AlertRules> {
  const [row] = await listRules(ctx.database.db, workspaceId, null);
  return toRules(row ?? null, false);
}

/** The rules that hold for a server: its own, or those of its workspace. */
export async function getServerRules(ctx: ServiceContext, scope: Scope, serverId: string): Promise<AlertRules> {
  const { db } = ctx.database;
  found(await findServer(db, scope.workspaceId, serverId), 'server');
  const [row] = await listRules(db, scope.workspaceId, serverId);
  return toRules(row ?? null, true);
}
