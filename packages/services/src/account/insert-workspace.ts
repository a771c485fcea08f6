import { type Db, deleteSetupLinks, insertOwner } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { newId } from '../new-id.ts';

export type FirstWorkspace = { email: string; passwordHash: string; workspaceName: string };

/** Creates a workspace and its owner. No setup link outlives it. */
export async function insertWorkspace(
  tx: Db,
  ctx: ServiceContext,
  { email, passwordHash, workspaceName }: FirstWorkspace,
): Promise<Scope> {
  const now = ctx.clock.now();
  const createdAt = new Date(now);
  const scope = { workspaceId: newId('workspace', now), actor: newId('user', now) };
  await insertOwner(tx, {
    workspace: { id: scope.workspaceId, name: workspaceName, createdAt },
    account: { id: scope.actor, email, passwordHash, createdAt },
    createdAt,
  });
  await deleteSetupLinks(tx);
  await appendAudit(tx, ctx, scope, { action: 'workspace.created', target: scope.workspaceId });
  return scope;
}
