import type { AlertRules } from '@alivemcp/contracts';
import { findDefaultRules, findLoudness } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { toRules } from './to-rules.ts';

/** The default rules of a workspace. */
export async function getRules(ctx: ServiceContext, { workspaceId }: Scope): Promise<AlertRules> {
  return toRules(await findDefaultRules(ctx.database.db, workspaceId), false);
}

/** The rules that hold for a server: its own, or those of its workspace. */
export async function getServerRules(ctx: ServiceContext, scope: Scope, serverId: string): Promise<AlertRules> {
  const { rules } = found(await findLoudness(ctx.database.db, scope.workspaceId, serverId), 'server');
  return toRules(rules, true);
}
