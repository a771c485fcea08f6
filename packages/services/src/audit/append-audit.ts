import { type Db, insertAudit } from '@alivemcp/db';
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

/** Notes who did what, inside the transaction that does it. */
export async function appendAudit(
  tx: Db,
  ctx: Pick<ServiceContext, 'clock'>,
  scope: Scope,
  { action, target, detail = {} }: AuditEntryInput,
): Promise<void> {
  const now = ctx.clock.now();
  const { workspaceId, actor } = scope;
  await insertAudit(tx, { workspaceId, id: newId('audit', now), at: new Date(now), actor, action, target, detail });
}
