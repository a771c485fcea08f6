import type { AlertRules } from '@alivemcp/contracts';
import { listLoudness } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { toRules } from './to-rules.ts';

/** The default rules of a workspace. */
export async function getRules(ctx: ServiceContext, { workspaceId }: Scope): Promise<AlertRules> {
  const [loudness] = await listLoudness(ctx.database.db, [{ workspaceId, serverId: null }]);
  return toRules(loudness?.rules ?? null, false);
}

/** The rules that hold for a server: its own, or those of its workspace. */
export async function getServerRules(
  ctx: ServiceContext,
  { workspaceId }: Scope,
  serverId: string,
): Promise<AlertRules> {
  const [loudness] = await listLoudness(ctx.database.db, [{ workspaceId, serverId }]);
  found(loudness?.server, 'server');
  return toRules(loudness?.rules ?? null, true);
}
