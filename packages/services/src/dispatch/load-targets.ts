import type { ProbeAuth, ProbeTarget } from '@alivemcp/contracts';
import { loadAssignments, type ProbeAssignment, type TargetRef } from '@alivemcp/db';
import { isDetectionDue } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import { authContext } from '../server/auth-context.ts';

export type { ProbeAssignment } from '@alivemcp/db';

export type LoadedTarget = TargetRef & {
  target: Omit<ProbeTarget, 'timeoutMs'>;
  /** To be probed under this client name too, and the tool lists compared; null when this is not due. */
  alternateClient: string | null;
};

/** What there is to know of these servers to probe them, credentials sealed. One that is not watched from the region is left out. */
export async function loadTargets(
  ctx: Pick<ServiceContext, 'database'>,
  region: string,
  refs: TargetRef[],
): Promise<ProbeAssignment[]> {
  return loadAssignments(ctx.database.db, region, refs);
}

/**
 * What to probe at `dueAt` (epoch ms), with the credential opened: it stays in the memory of the prober. Once a day the probe
 * is a thorough one: what is known of a server's protocol is left out, so that it is found anew, its truthfulness is looked
 * at, and it is asked under another client's name where the owner wants that.
 */
export function openTarget(ctx: Pick<ServiceContext, 'sealer'>, row: ProbeAssignment, dueAt: number): LoadedTarget {
  const thorough = row.known === null || isDetectionDue(row.serverId, dueAt, row.intervalMs);
  return {
    workspaceId: row.workspaceId,
    serverId: row.serverId,
    alternateClient: thorough ? row.alternateClient : null,
    target: {
      url: row.url,
      transport: row.transport,
      auth: openAuth(ctx, row),
      known: thorough ? null : row.known,
      hadTools: row.hadTools,
      expectations: row.expectations,
      clientName: null,
      checkTruth: thorough,
    },
  };
}

function openAuth(ctx: Pick<ServiceContext, 'sealer'>, row: ProbeAssignment): ProbeAuth {
  if (row.authSealed === null) return { type: 'none' };
  return JSON.parse(ctx.sealer.open(row.authSealed, authContext(row.workspaceId, row.serverId)));
}
