import { AppError, type ProbeNow } from '@alivemcp/contracts';
import { listPendingRegions, listRegions, listResultsAt } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { requestProbes } from '../dispatch/request-probes.ts';
import { notFound } from '../not-found.ts';
import { toProbeRecord } from '../probe/to-probe-record.ts';

const LOOK_EVERY_MS = 150;

/** Probes a server now from every region and waits for the results, at most `waitMs`. */
export async function probeServerNow(
  ctx: ServiceContext,
  scope: Scope,
  serverId: string,
  { waitMs }: { waitMs: number },
): Promise<ProbeNow> {
  const { workspaceId } = scope;
  const { db } = ctx.database;
  const regions = await listRegions(db, workspaceId, serverId);
  if (regions.length === 0) throw notFound('server');
  if (regions.every((region) => !region.active)) {
    throw new AppError('conflict', 'The server is paused: resume it before probing.');
  }
  const requestedAt = new Date(ctx.clock.now());
  const names = regions.map((row) => row.region);
  const now = requestedAt.getTime();
  await ctx.database.transaction((tx) => requestProbes(tx, { workspaceId, serverId }, names, 'manual', now));

  const deadline = performance.now() + waitMs;
  let pending = names;
  while (pending.length > 0 && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    pending = await listPendingRegions(db, workspaceId, serverId, requestedAt);
  }
  const results = await listResultsAt(db, workspaceId, serverId, requestedAt);
  return { requestedAt: requestedAt.toISOString(), results: results.map((row) => toProbeRecord(row, null)), pending };
}
