import { type Db, deleteSetupLinks, insertOwner } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { newId } from '../new-id.ts';

export type NewWorkspace = {
  email: string;
  passwordHash: string;
  workspaceName: string;
  /** The demo's. It leaves the setup link alone: nobody owns the installation by it. */
  demo?: boolean;
};

/** Creates a workspace and its owner. No setup link outlives it. */
export async function insertWorkspace(
  tx: Db,
  ctx: ServiceContext,
  { email, passwordHash, workspaceName, demo = false }: NewWorkspace,
): Promise<Scope> {
  const now = ctx.clock.now();
  const createdAt = new Date(now);
  const scope = { workspaceId: newId('workspace', now), actor: newId('user', now) };
  await insertOwner(tx, {
    workspace: { id: scope.workspaceId, name: workspaceName, demo, createdAt },
    account: { id: scope.actor, email, passwordHash, createdAt },
    createdAt,
  });
  if (!demo) await deleteSetupLinks(tx);
  await appendAudit(tx, ctx, scope, { action: 'workspace.created', target: scope.workspaceId });
  return scope;
}
