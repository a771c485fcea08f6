import { type Db, insertAudit, notifyLive } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { newId } from '../new-id.ts';

export type AuditEntryInput = {
  /** `<entity>.<past tense>`, for example `server.deleted`. */
  action: string;
  /** Id of what it was done to. */
  target: string;
  /** Facts that help a reader later; never a secret. */
  detail?: Record<string, unknown>;
};

/** Notes who did what, inside the transaction that does it, and tells the workspace's other browsers to look again. */
export async function appendAudit(
  tx: Db,
  ctx: Pick<ServiceContext, 'clock'>,
  scope: Scope,
  { action, target, detail = {} }: AuditEntryInput,
): Promise<void> {
  const now = ctx.clock.now();
  const { workspaceId, actor } = scope;
  await insertAudit(tx, { workspaceId, id: newId('audit', now), at: new Date(now), actor, action, target, detail });
  // Who signs in or out changes nothing that is shown.
  if (action.startsWith('session.')) return;
  await notifyLive(tx, [{ workspaceId, event: { type: 'changed', serverId: serverOf(target, detail) } }]);
}

function serverOf(target: string, { serverId }: Record<string, unknown>): string | null {
  if (target.startsWith('srv_')) return target;
  return typeof serverId === 'string' ? serverId : null;
}
