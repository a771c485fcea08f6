import type { ProbeAuth, ProbeTarget } from '@alivemcp/contracts';
import { loadAssignments, type ProbeAssignment, type TargetRef } from '@alivemcp/db';
import { isDetectionDue } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import { authContext } from '../server/auth-context.ts';

export type LoadedTarget = TargetRef & { target: Omit<ProbeTarget, 'timeoutMs'>; intervalMs: number };

/**
 * What to probe at `dueAt` (epoch ms), with the credentials opened: they stay in the memory of the prober. Once a day what is
 * known of a server's protocol is left out, so that it is found anew.
 */
export async function loadTargets(
  ctx: Pick<ServiceContext, 'database' | 'sealer'>,
  region: string,
  refs: TargetRef[],
  dueAt: number,
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
      known: isDetectionDue(row.serverId, dueAt, row.intervalMs) ? null : row.known,
      hadTools: row.hadTools,
      expectations: row.expectations,
    },
  }));
}

function openAuth(ctx: Pick<ServiceContext, 'sealer'>, row: ProbeAssignment): ProbeAuth {
  if (row.authSealed === null) return { type: 'none' };
  return JSON.parse(ctx.sealer.open(row.authSealed, authContext(row.workspaceId, row.serverId)));
}
