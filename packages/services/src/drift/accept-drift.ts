import type { AcceptDriftBody, Drift } from '@alivemcp/contracts';
import { acceptDriftRow, findDrift } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { toDrift } from './to-drift.ts';

/** Notes that somebody has seen a change and is content with it, and why. Whoever accepts first stays named. */
export async function acceptDrift(
  ctx: ServiceContext,
  scope: Scope,
  serverId: string,
  driftId: string,
  { note }: AcceptDriftBody = {},
): Promise<Drift> {
  const { workspaceId, actor } = scope;
  return ctx.database.transaction(async (tx) => {
    const by = { acceptedAt: new Date(ctx.clock.now()), acceptedBy: actor, acceptedNote: note || null };
    const accepted = await acceptDriftRow(tx, workspaceId, serverId, driftId, by);
    if (!accepted) return toDrift(found(await findDrift(tx, workspaceId, serverId, driftId), 'drift'));
    await appendAudit(tx, ctx, scope, { action: 'drift.accepted', target: driftId, detail: { serverId } });
    return toDrift(accepted);
  });
}
