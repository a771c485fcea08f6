import type { Server } from '@alivemcp/contracts';
import { forgetRegionReports, listRegions, lockServerState, setRegionsActive } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { requestProbes } from '../dispatch/request-probes.ts';
import { applyTransition } from '../judge/apply-transition.ts';
import { beginJudging, saveJudgements } from '../judge/judging.ts';
import { notFound } from '../not-found.ts';
import { getServer } from './get-server.ts';

/** Probes a paused server again, at once and from every region. Resuming one that is not paused changes nothing. */
export async function resumeServer(ctx: ServiceContext, scope: Scope, serverId: string): Promise<Server> {
  const { workspaceId } = scope;
  await ctx.database.transaction(async (tx) => {
    const locked = await lockServerState(tx, workspaceId, serverId);
    if (!locked) throw notFound('server');
    if (locked.state.status !== 'paused') return;
    await setRegionsActive(tx, workspaceId, serverId, true);
    await forgetRegionReports(tx, workspaceId, serverId);
    const now = ctx.clock.now();
    const judging = beginJudging(locked);
    const nobody = { failing: [], sighted: [], assigned: [] };
    await applyTransition(tx, ctx, judging, { to: 'pending', at: now, class: null, summary: null, ...nobody });
    await saveJudgements(tx, ctx, [judging]);
    const regions = await listRegions(tx, workspaceId, serverId);
    const names = regions.map((row) => row.region);
    await requestProbes(tx, { workspaceId, serverId }, names, 'first', now);
    await appendAudit(tx, ctx, scope, { action: 'server.resumed', target: serverId });
  });
  return getServer(ctx, scope, serverId);
}
