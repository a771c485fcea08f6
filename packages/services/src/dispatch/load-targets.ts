import type { ProbeAuth, ProbeTarget } from '@alivemcp/contracts';
import { loadAssignments, type ProbeAssignment, type TargetRef } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { authContext } from '../server/auth-context.ts';

export type LoadedTarget = TargetRef & { target: Omit<ProbeTarget, 'timeoutMs'>; intervalMs: number };

/** What to probe, with the credentials opened: they stay in the memory of the prober. */
export async function loadTargets(
  ctx: Pick<ServiceContext, 'database' | 'sealer'>,
  region: string,
  refs: TargetRef[],
): Promise<LoadedTarget[]> {
  const assignments = await loadAssignments(ctx.database.db, region, refs);
  return assignments.map((row) => ({
    workspaceId: row.workspaceId,
    serverId: row.serverId,
    intervalMs: row.intervalMs,
    target: {
      url: row.url,
      transport: row.transport,
      auth: openAuth(ctx, row),
      known: row.known,
      hadTools: row.hadTools,
      expectations: row.expectations,
    },
  }));
}

function openAuth(ctx: Pick<ServiceContext, 'sealer'>, row: ProbeAssignment): ProbeAuth {
  if (row.authSealed === null) return { type: 'none' };
  return JSON.parse(ctx.sealer.open(row.authSealed, authContext(row.workspaceId, row.serverId)));
}
